"""Smaller promises to browsers and proxies, each kept on purpose."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from flask import Flask, request
from sqlalchemy.orm import Session
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.test import Client

from matcher.foundation.errors import RuleBroken
from matcher.programmes.files import refuse_hostile
from tests.conftest import Browse
from tests.factories import a_member

ATTACKER, OUTER, INNER = "6.6.6.6", "198.51.100.7", "10.0.0.1"


def test_signing_out_clears_what_the_browser_kept(db: Session, browse: Browse) -> None:
    member = a_member()
    db.add(member)
    db.commit()

    page = browse(member).post("/sign-out")

    assert page.headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize("path", ["/sign-in", "/first-run"])
def test_passwords_are_masked_and_may_be_pasted(path: str, app: Flask) -> None:
    page = app.test_client().get(path).text

    assert 'type="password"' in page
    for hindrance in ("onpaste", 'autocomplete="off"', "user-select"):
        assert hindrance not in page


@pytest.mark.parametrize("path", ["/home", "/account", "/account/data", "/concern", "/programmes"])
def test_signing_out_is_within_reach_on_each_page(path: str, db: Session, browse: Browse) -> None:
    member = a_member()
    db.add(member)
    db.commit()

    assert 'action="/sign-out"' in browse(member).get(path).text


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(method: str, app: Flask) -> None:
    assert app.test_client().open("/", method=method).status_code == 405


@pytest.mark.parametrize(
    ("hops", "forwarded", "seen"),
    [
        (0, ATTACKER, INNER),  # nobody in front: what is said of a way is not believed
        (1, ATTACKER, ATTACKER),
        (1, f"{ATTACKER}, {OUTER}", OUTER),  # whatever came before our own proxy is a claim
        (1, f"{ATTACKER}, {ATTACKER}, {OUTER}", OUTER),
        (2, f"{ATTACKER}, {OUTER}, {INNER}", OUTER),
        (1, "", INNER),
        (1, "nonsense", "nonsense"),
    ],
)
def test_an_address_is_believed_from_as_many_proxies_as_there_are(
    hops: int, forwarded: str, seen: str
) -> None:
    app = Flask("one page")
    app.get("/")(lambda: request.remote_addr or "")
    inner = app.wsgi_app
    asked = Client(ProxyFix(inner, x_for=hops) if hops else inner)

    page = asked.get(
        "/", headers={"X-Forwarded-For": forwarded}, environ_base={"REMOTE_ADDR": INNER}
    )

    assert page.text == seen


def test_a_workbook_that_would_burst_is_refused() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    assert len(packed.getvalue()) < 1_000_000

    with pytest.raises(RuleBroken):
        refuse_hostile("people.xlsx", packed.getvalue())
