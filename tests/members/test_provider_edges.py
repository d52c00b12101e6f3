"""A provider at the edges: too late, away, elsewhere, and what it tells in a second place."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.asked import AWAY
from matcher.members.fetching import fetch
from matcher.members.models import Identity, Member, SignIn
from matcher.members.provider import Client, Provider
from tests.conftest import Browse
from tests.factories import NOW
from tests.factories.members import a_member_with_password
from tests.members.handmade import Claims, Hostile, asked_in, begin, claims_for, come, signed
from tests.members.provider import CLIENT
from tests.members.test_mailed import is_in


def a_provider(issuer: str) -> Provider:
    return Provider(Client(issuer=issuer, client_id=CLIENT, secret="", back="http://localhost/"))


def test_an_answer_after_ten_minutes_is_no_answer(app: Flask, hostile: Hostile) -> None:
    with time_machine.travel(clock.now(), tick=False) as hands:
        browser, asked = begin(app)
        hostile.token = signed(claims_for(hostile, asked))
        hands.shift(AWAY + timedelta(seconds=1))

        page = come(browser, asked)

    assert page.status_code == 409
    assert hostile.asked == [], "the code is not even tried"
    assert not is_in(browser)


def test_what_ended_meanwhile_is_connected_to_nothing(
    browse: Browse, hostile: Hostile, db: Session
) -> None:
    browser = browse(a_member_with_password())
    asked = asked_in(str(browser.get("/account/provider").location))
    hostile.token = signed(claims_for(hostile, asked))
    db.execute(delete(SignIn))
    db.commit()

    assert come(browser, asked).status_code == 409
    assert db.scalars(select(Identity)).all() == []


def test_a_way_out_in_the_clear_is_not_offered(app: Flask, hostile: Hostile) -> None:
    hostile.said = {"end_session_endpoint": "http://elsewhere.example/out"}
    browser, asked = begin(app)
    hostile.token = signed(claims_for(hostile, asked))
    come(browser, asked)

    page = browser.get(str(browser.post("/sign-out").location))

    assert page.status_code == 200
    assert "elsewhere.example" not in page.text
    assert not is_in(browser)


def test_signing_out_here_does_not_wait_for_a_provider_that_is_away() -> None:
    assert a_provider("http://127.0.0.1:9").leaving("http://localhost/", now=NOW) is None


def test_where_there_is_none_there_is_no_way_to_it(app: Flask) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], OIDC_ISSUER="", OIDC_NAME="")
    browser = app.test_client()

    for page in ("/sign-in/provider", "/sign-in/provider/back", "/sign-in/provider/left"):
        assert browser.get(page).status_code == 404
    assert "/sign-in/provider" not in browser.get("/sign-in").text


def test_looking_at_it_once_tells_whether_it_would_do(hostile: Hostile) -> None:
    a_provider(hostile.issuer).look(now=NOW)
    hostile.said = {"issuer": "https://evil.example"}

    with pytest.raises(RuleBroken):
        a_provider(hostile.issuer).look(now=NOW)


def without_address(claims: Claims) -> Claims:
    return {name: said for name, said in claims.items() if not name.startswith("email")}


@pytest.mark.parametrize(
    ("subject", "is_known"), [("17", True), ("18", False)], ids=["the same", "somebody else"]
)
def test_an_address_told_in_a_second_place_counts_for_the_same_person_alone(
    subject: str, app: Flask, hostile: Hostile, db: Session, *, is_known: bool
) -> None:
    hostile.said = {"userinfo_endpoint": f"{hostile.issuer}/userinfo"}
    hostile.more = {"sub": subject, "email": "yara@example.org", "email_verified": True}
    browser, asked = begin(app)
    hostile.token = signed(without_address(claims_for(hostile, asked)))

    come(browser, asked)

    assert is_in(browser) is is_known
    assert db.scalars(select(Member.email)).all() == ["yara@example.org"] * is_known


@pytest.mark.parametrize("more", [["a", "list"], "words", None], ids=repr)
def test_what_is_told_there_in_another_form_opens_nothing(
    more: object, app: Flask, hostile: Hostile
) -> None:
    hostile.said = {"userinfo_endpoint": f"{hostile.issuer}/userinfo"}
    hostile.more = more
    browser, asked = begin(app)
    hostile.token = signed(without_address(claims_for(hostile, asked)))

    assert come(browser, asked).status_code == 409
    assert not is_in(browser)


def test_who_is_signed_in_is_not_sent_to_a_provider_to_sign_in(
    browse: Browse, hostile: Hostile
) -> None:
    browser = browse(a_member_with_password())

    assert browser.get("/sign-in/provider?next=/account").location == "/account"
    assert hostile.asked == []


@contextmanager
def leading(onward: str) -> Iterator[tuple[str, list[str]]]:
    """Let one answer that all it has is elsewhere; also give what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # named by the library
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", onward)
            self.end_headers()

        def log_message(self, *_words: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_who_is_sent_elsewhere_does_not_go() -> None:
    """Else an address of our choosing would become one of theirs, within our own walls too."""
    with leading("/inside") as (address, asked), pytest.raises(RuleBroken):
        fetch(f"{address}/keys")

    assert asked == ["/keys"]
