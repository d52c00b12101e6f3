"""A sign-in with a browser that was not used before is told by mail, and can be disowned."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.foundation import clock
from matcher.members.models import Identity, KnownBrowser, Member, SignIn
from matcher.members.services.browsers import recognise_browser
from matcher.messages.models import Mail
from tests.conftest import Keep
from tests.factories import NOW
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.test_doors import send
from tests.members.test_mailed import ask, is_in
from tests.members.test_second_step import code_of, half, set_up, step

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0"


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def owner(app: Flask, keep: Keep) -> tuple[Member, FlaskClient]:
    """Return a member, and the browser in which they were first."""
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()
    send(browser, member.email)
    return member, browser


def letters(db: Session) -> list[dict[str, object]]:
    mails = select(Mail).where(Mail.kind == "member.browser").order_by(Mail.created_at)
    found = [mail.letter or {} for mail in db.scalars(mails)]
    db.commit()
    return found


def link_in(db: Session) -> str:
    values = letters(db)[-1]["button"]["values"]  # type: ignore[index]  # every one has a button
    return f"/not-me/{values['token']}"


def elsewhere(app: Flask, member: Member) -> FlaskClient:
    browser = app.test_client()
    browser.environ_base["HTTP_USER_AGENT"] = FIREFOX
    send(browser, member.email)
    return browser


@pytest.mark.usefixtures("owner")
def test_the_first_browser_of_an_account_is_known_without_a_word(db: Session) -> None:
    assert letters(db) == []
    assert db.scalar(select(func.count()).select_from(KnownBrowser)) == 1


def test_another_browser_is_told_by_mail_once(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, first = owner
    strange = elsewhere(app, member)
    for browser in (strange, first, strange):
        browser.post("/sign-out")
        send(browser, member.email)

    [letter] = letters(db)
    told = letter["paragraphs"][0]["values"]  # type: ignore[index]  # a letter has paragraphs
    assert told == {"at": "Monday 2 March 2026, 10:00", "browser": "Firefox, Windows"}


def test_a_browser_is_known_by_its_mark_alone_and_for_a_year(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, first = owner
    first.post("/sign-out")
    first.environ_base |= {"REMOTE_ADDR": "203.0.113.9", "HTTP_USER_AGENT": FIREFOX}
    send(first, member.email)
    assert letters(db) == []

    elsewhere(app, member)
    with time_machine.travel(NOW + timedelta(days=366), tick=False):
        first.post("/sign-out")
        send(first, member.email)

    assert len(letters(db)) == 1  # only the other one was told: all were forgotten by then
    assert db.scalar(select(func.count()).select_from(KnownBrowser)) == 1


def test_who_shares_a_device_with_whom_is_not_kept(
    owner: tuple[Member, FlaskClient], keep: Keep, db: Session
) -> None:
    _member, browser = owner
    other = a_member_with_password("Ahmed")
    keep(other)
    browser.post("/sign-out")
    send(browser, other.email)

    marks = db.scalars(select(KnownBrowser.mark)).all()

    assert len(set(marks)) == 2
    assert letters(db) == []


def test_with_a_second_step_it_is_told_when_both_were_shown(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, first = owner
    set_up(first, db)
    strange = half(app, member)

    assert letters(db) == []
    step(strange, code_of(db))

    assert len(letters(db)) == 1


def test_a_mailed_link_to_another_browser_is_told_as_well(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, _first = owner
    browser, link, _code = ask(app, db, member.email)
    browser.post(link)

    assert is_in(browser)
    assert len(letters(db)) == 1


def test_looking_at_the_link_ends_nothing(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, first = owner
    strange = elsewhere(app, member)

    assert "Was this not you?" in app.test_client().get(link_in(db)).text
    assert is_in(first)
    assert is_in(strange)


def test_this_was_not_me_ends_all_and_leads_to_a_new_password(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, first = owner
    strange = elsewhere(app, member)
    link = link_in(db)
    reader = app.test_client()

    answer = reader.post(link)

    assert not is_in(first)
    assert not is_in(strange)
    assert send(app.test_client(), member.email, PASSWORD).status_code == 422
    fresh = "drie groene stoelen op een dak"
    assert reader.post(str(answer.location), data={"password": fresh}).status_code == 302
    assert send(first, member.email, fresh).location == "/home"
    assert reader.post(link).status_code == 404  # once
    assert "member.disowned" in db.scalars(select(Event.action)).all()


def test_what_was_added_since_then_to_sign_in_with_goes_too(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, _first = owner
    db.add(Identity(member=member, issuer="a", subject="mine", since=NOW - timedelta(days=1)))
    db.commit()
    elsewhere(app, member)
    later = clock.now() + timedelta(hours=1)
    db.add(Identity(member=member, issuer="b", subject="theirs", since=later))
    db.commit()

    app.test_client().post(link_in(db))

    assert db.scalars(select(Identity.subject)).all() == ["mine"]
    assert db.scalar(select(func.count()).select_from(KnownBrowser)) == 0


def test_the_stranger_is_told_of_again_and_the_owner_is_not(
    owner: tuple[Member, FlaskClient], app: Flask, db: Session
) -> None:
    member, first = owner
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        strange = elsewhere(app, member)
        reader = app.test_client()
        answer = reader.post(link_in(db))
        fresh = "drie groene stoelen op een dak"
        reader.post(str(answer.location), data={"password": fresh})
        send(first, member.email, fresh)
        assert len(letters(db)) == 1
        send(strange, member.email, fresh)

    assert len(letters(db)) == 2


def test_somebody_without_an_address_signs_in_without_a_mail(db: Session) -> None:
    member = a_member_with_password()
    member.email = member.email_key = None
    db.add(member)
    db.flush()
    for mark in ("one", "two"):
        recognise_browser(db, member, mark, browser="", now=NOW)

    assert letters(db) == []


def test_whoever_is_signed_in_where_it_is_disowned_leaves_nothing_behind(
    owner: tuple[Member, FlaskClient], app: Flask, keep: Keep, db: Session
) -> None:
    """The browser forgets them: a sign-in that nobody holds would stay in their list."""
    member, _first = owner
    elsewhere(app, member)
    other = a_member_with_password("Ahmed")
    keep(other)
    shared = app.test_client()
    send(shared, other.email)

    shared.post(link_in(db))

    theirs = select(func.count()).select_from(SignIn).where(SignIn.member_id == other.id)
    assert db.scalar(theirs) == 0
