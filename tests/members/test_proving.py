"""Showing once more that it is you: with a code of one's app, or with one that is mailed."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.models import Member, SignIn
from matcher.messages.models import Mail
from tests.conftest import Browse
from tests.factories import NOW, a_member
from tests.factories.members import a_member_with_password
from tests.members.test_second_step import code_of, set_up

AFTER = "/account/erase"


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def grow_stale(db: Session) -> None:
    for here in db.scalars(select(SignIn)):
        here.proven_at = clock.now() - timedelta(hours=1)
    db.commit()


def is_fresh(browser: FlaskClient) -> bool:
    return browser.get(AFTER).status_code == 200


def mailed_code(db: Session) -> str:
    newest = select(Mail).order_by(Mail.created_at.desc(), Mail.id)
    letters = [mail.letter or {} for mail in db.scalars(newest)]
    codes = [each["paragraphs"][0]["values"] for each in letters]
    db.commit()
    return str(next(values["code"] for values in codes if "code" in values))


def test_a_code_of_the_app_shows_it_and_leads_on(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    set_up(browser, db)
    grow_stale(db)

    assert (
        f'href="/account/prove/app?next={AFTER}"'
        in browser.get(f"/account/prove?next={AFTER}").text
    )
    answer = browser.post("/account/prove/app", data={"code": code_of(db), "next": AFTER})

    assert answer.location == AFTER
    assert is_fresh(browser)


def test_a_code_that_was_used_or_is_none_shows_nothing(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    set_up(browser, db)
    grow_stale(db)
    used = code_of(db, later=-1)  # it turned the second step on

    for code in (used, "000000", "", "none"):
        assert browser.post("/account/prove/app", data={"code": code}).status_code == 422
    assert not is_fresh(browser)


def test_without_an_app_there_is_no_such_way(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    grow_stale(db)

    assert "/account/prove/app" not in browser.get("/account/prove").text
    assert browser.post("/account/prove/app", data={"code": "123456"}).status_code == 422


def test_who_guesses_at_the_app_waits(browse: Browse, db: Session) -> None:
    browser = browse(a_member_with_password())
    set_up(browser, db)
    grow_stale(db)
    for _ in range(8):
        browser.post("/account/prove/app", data={"code": "000000"})

    refused = browser.post("/account/prove/app", data={"code": code_of(db)})

    assert refused.status_code == 422
    assert "There were too many tries." in refused.text


def test_who_has_no_password_is_mailed_a_code(browse: Browse, db: Session) -> None:
    browser = browse(a_member())
    grow_stale(db)
    shown = browser.get(f"/account/prove?next={AFTER}").text

    asked = browser.post("/account/prove/mail/ask", data={"next": AFTER})
    code = mailed_code(db)
    answer = browser.post("/account/prove/mail", data={"code": code, "next": AFTER})

    assert "Mail me a code" in shown
    assert asked.location == f"/account/prove/mail?next={AFTER}"
    assert answer.location == AFTER
    assert is_fresh(browser)


def test_a_mailed_code_is_good_once_and_for_a_quarter_of_an_hour(
    browse: Browse, db: Session
) -> None:
    browser = browse(a_member())
    grow_stale(db)
    browser.post("/account/prove/mail/ask")
    code = mailed_code(db)
    with time_machine.travel(NOW + timedelta(minutes=15), tick=False):
        assert browser.post("/account/prove/mail", data={"code": code}).status_code == 422
    assert browser.post("/account/prove/mail", data={"code": code}).status_code == 302
    grow_stale(db)

    assert browser.post("/account/prove/mail", data={"code": code}).status_code == 422


def test_it_works_in_the_sign_in_that_asked_alone(app: Flask, browse: Browse, db: Session) -> None:
    member = a_member()
    browser, other, somebody = browse(member), browse(member), browse(a_member())
    grow_stale(db)
    browser.post("/account/prove/mail/ask")
    code = mailed_code(db)

    for each in (other, somebody):
        assert each.post("/account/prove/mail", data={"code": code}).status_code == 422
    assert app.test_client().post("/account/prove/mail", data={"code": code}).status_code == 401
    assert not is_fresh(other)


def test_a_newer_code_takes_the_place_of_an_older_one(browse: Browse, db: Session) -> None:
    browser = browse(a_member())
    grow_stale(db)
    browser.post("/account/prove/mail/ask")
    older = mailed_code(db)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        browser.post("/account/prove/mail/ask")
        assert browser.post("/account/prove/mail", data={"code": older}).status_code == 422
        newer = mailed_code(db)
        assert browser.post("/account/prove/mail", data={"code": newer}).status_code == 302


def test_it_opens_no_door(app: Flask, browse: Browse, db: Session) -> None:
    browser = browse(a_member())
    browser.post("/account/prove/mail/ask")
    stranger = app.test_client()
    stranger.post("/sign-in/mail", data={"email": "member1@example.org"})

    assert stranger.post("/sign-in/code", data={"code": mailed_code(db)}).status_code == 422


@pytest.mark.parametrize("make", [a_member_with_password, lambda: without_address(a_member())])
def test_it_is_for_who_has_no_password_and_has_an_address(
    make: object, browse: Browse, db: Session
) -> None:
    browser = browse(make())  # type: ignore[operator]  # either makes a member
    grow_stale(db)

    assert "Mail me a code" not in browser.get("/account/prove").text
    assert browser.post("/account/prove/mail/ask").status_code == 404


def test_who_has_nothing_else_to_show_signs_in_again(browse: Browse, db: Session) -> None:
    browser = browse(without_address(a_member()))
    grow_stale(db)

    assert "Sign out, and sign in again" in browser.get("/account/prove").text


def without_address(member: Member) -> Member:
    member.email = member.email_key = None
    return member


def test_mails_with_codes_have_an_end(browse: Browse, db: Session) -> None:
    browser = browse(a_member())
    grow_stale(db)
    answers = [browser.post("/account/prove/mail/ask").status_code for _ in range(9)]

    assert answers == [302] * 8 + [422]
