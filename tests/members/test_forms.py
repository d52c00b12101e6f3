"""Each page of signing in opens, and what was left out or is none is asked for again."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.jobs.models import Job
from matcher.members.models import Authenticator, Passkey, SignIn
from tests.conftest import Browse, Counted
from tests.factories import NOW, a_member, an_administrator
from tests.factories.members import PASSWORD, a_member_with_password, a_passkey
from tests.members.device import Device
from tests.members.test_mailed import is_in
from tests.members.test_passkeys import add, enter
from tests.members.test_proving import grow_stale
from tests.members.test_second_step import code_of, set_up

# Letters that nobody can type, and no page can show.
NONE = "een blauwe\x00fiets op zolder"


@pytest.mark.parametrize(
    ("page", "asks"),
    [
        ("/forgotten-password", "Tell us your e-mail address"),
        ("/sign-in/mail", "we send a link and a code"),
    ],
)
def test_a_visitor_is_asked_for_an_address_and_again_when_it_is_none(
    page: str, asks: str, app: Flask, db: Session
) -> None:
    browser = app.test_client()

    assert asks in browser.get(page).text
    for odd in ("", "no address", "a@b@c"):
        assert browser.post(page, data={"email": odd}).status_code == 422
    assert db.scalar(select(func.count()).select_from(Job)) == 0


def test_a_code_that_was_left_out_is_asked_for_again(app: Flask) -> None:
    browser = app.test_client()
    browser.post("/sign-in/mail", data={"email": "yara@example.org"})

    page = browser.post("/sign-in/code", data={"code": ""})

    assert page.status_code == 422
    assert "yara@example.org" in page.text


@pytest.mark.parametrize(
    ("page", "asks"),
    [
        ("/account/prove", "Password"),
        ("/account/prove/app", "Code"),
        ("/account/prove/mail", "Code"),
    ],
)
def test_whoever_shows_once_more_who_they_are_is_asked_for_it(
    page: str, asks: str, browse: Browse, db: Session
) -> None:
    browser = browse(a_member() if page.endswith("mail") else a_member_with_password())
    grow_stale(db)

    assert asks in browser.get(page).text
    assert browser.post(page, data={}).status_code == 422
    proven_at = db.scalars(select(SignIn.proven_at)).one()
    assert proven_at
    assert clock.now() - proven_at > timedelta(minutes=50)


@pytest.mark.parametrize(
    ("page", "field"), [("/account/prove", "password"), ("/account/prove/mail", "code")]
)
def test_who_guesses_at_it_waits(page: str, field: str, browse: Browse, db: Session) -> None:
    with time_machine.travel(NOW, tick=False):
        browser = browse(a_member_with_password())
        grow_stale(db)
        for _ in range(8):
            browser.post(page, data={field: "a wrong one"})

        refused = browser.post(page, data={field: PASSWORD})

    assert refused.status_code == 422
    assert "too many tries" in refused.text


def test_the_code_of_a_new_app_is_asked_for_until_it_comes(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    browser.post("/account/second-step/begin")

    assert browser.post("/account/second-step/confirm", data={"code": ""}).status_code == 422
    assert db.scalars(select(Authenticator.confirmed_at)).one() is None


def test_an_app_that_counts_is_not_replaced_by_whoever_has_the_browser(
    browse: Browse, db: Session
) -> None:
    with time_machine.travel(NOW, tick=False):
        browser = browse(a_member_with_password())
        set_up(browser, db)
        before = code_of(db)

        page = browser.post("/account/second-step/begin")

        assert page.status_code == 409
        assert code_of(db) == before


def test_a_password_of_letters_that_are_none_is_not_kept(browse: Browse) -> None:
    browser = browse(a_member_with_password())

    page = browser.post(
        "/account/password", data={"password-current": PASSWORD, "password-password": NONE}
    )

    assert page.status_code == 422


def test_a_passkey_has_a_page_with_its_name(browse: Browse, db: Session) -> None:
    member = a_member_with_password()
    browser = browse(member)
    db.add(a_passkey(member, "Laptop of the school"))
    db.commit()

    page = browser.get(f"/account/passkeys/{db.scalars(select(Passkey.id)).one()}")

    assert "Laptop of the school" in page.text


@pytest.mark.parametrize("answer", ["no answer of a device", "[" * 10_000, "x" * 20_001, "[]"])
def test_what_no_device_writes_is_no_passkey(answer: str, app: Flask) -> None:
    browser = app.test_client()
    browser.post("/sign-in/passkey/ask")

    page = browser.post("/sign-in/passkey", data={"answer": answer})

    assert page.status_code == 422
    assert "This passkey was not accepted" in page.text


def test_an_administrator_looks_for_whom_to_help(browse: Browse) -> None:
    assert "E-mail address" in browse(an_administrator()).get("/installation/accounts").text


def test_whatever_is_about_nobody_is_given_without_asking_who_it_is(
    browse: Browse, counted: Counted
) -> None:
    browser: FlaskClient = browse(a_member())

    with counted() as count:
        assert browser.get("/static/theme.css").status_code == 200
        assert browser.get("/health/live").status_code == 200

    assert count.value == 0


def test_who_has_no_address_comes_in_by_passkey_and_stays_a_stranger_to_guesses(
    app: Flask, browse: Browse, db: Session
) -> None:
    member, device = a_member_with_password(), Device()
    add(browse(member), device)
    member.email = member.email_key = None
    db.commit()
    browser = app.test_client()

    assert enter(browser, device).location == "/home"
    assert is_in(browser)
    assert browser.get_cookie("device") is None
