"""One's own account."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.parse import urlencode

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.members.models import SignIn
from tests.conftest import Browse, Count
from tests.factories import a_member
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.test_doors import send
from tests.members.test_resetting import FRESH

ABOUT = {
    "name": "Nguyễn Thị Hoa",
    "pronouns": "she/her",
    "phone": "+31 6 1234 5678",
    "language": "nl",
    "zone": "Asia/Ho_Chi_Minh",
}


def test_a_member_says_who_they_are(browse: Browse, db: Session) -> None:
    member = a_member()

    page = browse(member).post("/account", data=ABOUT)

    db.refresh(member)
    assert page.status_code == 302
    assert (member.name, member.pronouns, member.phone) == (
        "Nguyễn Thị Hoa",
        "she/her",
        "+31 6 1234 5678",
    )
    assert (member.language, member.zone) == (Language.NL, "Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("field", "odd"),
    [
        *(("name", ""), ("name", "A\r\nBcc: all@example.org"), ("name", "A\0B")),
        *(("name", "\ufffd"), ("name", "x" * 50_000), ("phone", "call me"), ("phone", "0" * 31)),
        *(("language", "xx"), ("zone", "Mars/Olympus"), ("zone", "\0"), ("pronouns", "\n")),
    ],
)
def test_what_cannot_be_kept_is_asked_for_again(field: str, odd: str, browse: Browse) -> None:
    fields = {**ABOUT, field: odd}
    body = urlencode({k: v.encode(errors="surrogatepass") for k, v in fields.items()})

    page = browse(a_member()).post(
        "/account", data=body, content_type="application/x-www-form-urlencoded"
    )

    kept = "she/her" if field != "pronouns" else "+31 6 1234 5678"
    if field == "pronouns":  # a line end at the edge is only space
        assert page.status_code == 302
    else:
        assert page.status_code == 422
        assert kept in page.text
        assert f'href="#{field}"' in page.text


def test_fields_that_are_not_asked_for_change_nothing(browse: Browse, db: Session) -> None:
    member = a_member()
    email = member.email
    more = {"email": "x@example.org", "epoch": "9", "disabled_at": "2026-01-01", "role": "admin"}

    browse(member).post("/account", data=ABOUT | more)

    db.refresh(member)
    assert (member.email, member.epoch, member.disabled_at) == (email, 0, None)
    assert not member.is_administrator


def test_a_new_password_ends_all_other_sign_ins(browse: Browse, app: Flask) -> None:
    member = a_member_with_password()
    elsewhere, browser = browse(member), browse(member)

    page = browser.post(
        "/account/password", data={"password-current": PASSWORD, "password-password": FRESH}
    )

    assert page.status_code == 302
    assert browser.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 401
    assert send(app.test_client(), member.email, FRESH).status_code == 302


@pytest.mark.parametrize(
    ("current", "new", "words"),
    [
        ("not this one at all", FRESH, "This is not your password."),
        (PASSWORD, "welkom12345678", "Many people use this password."),
        (PASSWORD, "short", "Use at least 12 characters."),
    ],
)
def test_a_password_is_not_changed_just_so(
    current: str, new: str, words: str, browse: Browse, app: Flask
) -> None:
    member = a_member_with_password()

    page = browse(member).post(
        "/account/password", data={"password-current": current, "password-password": new}
    )

    assert page.status_code == 422
    assert words in page.text
    assert send(app.test_client(), member.email).status_code == 302


def test_one_sign_in_is_ended_from_afar(browse: Browse, db: Session) -> None:
    member = a_member()
    lost = browse(member)
    lost_id = db.scalars(select(SignIn.id)).one()
    here = browse(member)

    page = here.post(f"/account/sign-ins/{lost_id}/end")

    assert page.status_code == 302
    assert lost.get("/account").status_code == 401
    assert here.get("/account").status_code == 200


def test_all_others_are_ended_at_once(browse: Browse) -> None:
    member = a_member()
    others, here = [browse(member) for _ in range(3)], browse(member)

    here.post("/account/sign-ins/end-others")

    assert {other.get("/account").status_code for other in others} == {401}
    assert here.get("/account").status_code == 200


def test_nobody_ends_the_sign_in_of_another(browse: Browse, db: Session) -> None:
    other = browse(a_member())
    other_id = db.scalars(select(SignIn.id)).one()

    page = browse(a_member()).post(f"/account/sign-ins/{other_id}/end")

    assert page.status_code == 404
    assert other.get("/account").status_code == 200


def test_the_page_takes_few_queries(
    browse: Browse, counted: Callable[[], AbstractContextManager[Count]]
) -> None:
    browser = browse(a_member_with_password())

    with counted() as queries:
        page = browser.get("/account")

    assert page.status_code == 200
    assert queries.value <= 4


def test_a_visitor_chooses_a_language_and_stays_on_the_page(app: Flask) -> None:
    browser = app.test_client()

    page = browser.post("/language", data={"language": "nl", "next": "/sign-in?next=/account"})

    assert page.location == "/sign-in?next=%2Faccount"
    assert '<html lang="nl"' in browser.get("/sign-in").text


def test_a_members_language_is_kept_with_the_account(browse: Browse, db: Session) -> None:
    member = a_member()

    browse(member).post("/language", data={"language": "nl"})

    db.refresh(member)
    assert member.language == Language.NL


@pytest.mark.parametrize("odd", ["", "xx", "\0", "nl\r\nSet-Cookie: a=b"])
def test_an_unknown_language_is_english(odd: str, app: Flask) -> None:
    page = app.test_client().post("/language", data={"language": odd, "next": "//evil.example"})

    assert (page.status_code, page.location) == (302, "/")
    assert "language=en;" in page.headers["Set-Cookie"]


def test_forms_that_are_made_once_hold_what_is_each_ones_own(browse: Browse) -> None:
    hoa, ali = a_member("Hoa <b>"), a_member("Ali {name}", language=Language.NL)
    hoa.pronouns, hoa.phone, hoa.zone = '"she"', "06 1", "Asia/Tokyo"
    ali.zone = "Africa/Accra"

    pages = [browse(each).get("/account").text for each in (hoa, ali, hoa)]

    assert pages[0].count('value="Hoa &lt;b&gt;"') == pages[2].count('value="Hoa &lt;b&gt;"') == 1
    assert 'value="&#34;she&#34;"' in pages[2]
    assert 'selected value="Asia/Tokyo"' in pages[2]
    assert 'value="Ali {name}"' in pages[1]
    assert 'selected value="Africa/Accra"' in pages[1]
    assert "Tijdzone" in pages[1]
    assert "Hoa" not in pages[1]
    assert "\0" not in "".join(pages)
