"""Between looking and writing much can happen: what was found is looked for once more.

Each deed here is done by somebody else in that very moment, after a page has read and before it
writes: signed out from afar, disconnected, taken away.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete, select
from sqlalchemy.orm import Session, sessionmaker

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.members.models import Identity, Member, Passkey, RecoveryCode, SecondStep, SignIn
from matcher.members.services.passkeys import use_passkey
from tests.conftest import Browse, Keep
from tests.factories import a_member
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.device import Device
from tests.members.handmade import Hostile, asked_in, begin, claims_for, come, signed
from tests.members.test_doors import send
from tests.members.test_mailed import is_in
from tests.members.test_passkeys import REFUSED, STEP, add, asked
from tests.members.test_second_step import code_of, half, set_up, step

Deed = Callable[[Session], object]


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(clock.now(), tick=False):
        yield


@dataclass
class Door:
    """The application's way to write, and what is done before it is opened for the `at`th time."""

    own: "sessionmaker[Session]"
    deed: Deed
    at: int
    times: int = 0

    def begin(self) -> AbstractContextManager[Session]:
        self.times += 1
        if self.times == self.at:
            with self.own.begin() as db:
                self.deed(db)
        return self.own.begin()


@contextmanager
def meanwhile(app: Flask, deed: Deed, *, at: int = 1) -> Iterator[None]:
    """Do this from elsewhere, just before the application begins to write."""
    own = app.extensions["write"]
    app.extensions["write"] = door = Door(own, deed, at)
    try:
        yield
    finally:
        app.extensions["write"] = own
    assert door.times >= at, "it was not done"


def drop(model: type[SignIn | SecondStep | Identity | Passkey]) -> Deed:
    return lambda db: db.execute(delete(model))


def test_whoever_is_signed_out_from_afar_changes_no_language_any_more(
    app: Flask, browse: Browse, db: Session
) -> None:
    member = a_member()
    browser = browse(member)

    with meanwhile(app, drop(SignIn)):
        page = browser.post("/language", data={"language": "nl"})

    assert page.status_code == 302, "the browser speaks it all the same"
    db.refresh(member)
    assert member.language == Language.EN


def test_a_password_that_was_changed_opens_nothing(app: Flask, keep: Keep) -> None:
    member = a_member_with_password()
    keep(member)
    browser = app.test_client()

    def change(db: Session) -> None:
        db.get_one(Member, member.id).password_hash = "another"  # noqa: S105  # for tests

    with meanwhile(app, change, at=2):  # first the try is counted
        page = send(browser, member.email, PASSWORD)

    assert page.status_code == 422
    assert not is_in(browser)


def test_an_account_that_was_disconnected_opens_nothing(
    app: Flask, hostile: Hostile, db: Session
) -> None:
    first, asked_first = begin(app)
    hostile.token = signed(claims_for(hostile, asked_first))
    come(first, asked_first)
    browser, asked_next = begin(app)
    hostile.token = signed(claims_for(hostile, asked_next))

    with meanwhile(app, drop(Identity)):
        page = come(browser, asked_next, code="another-code")

    assert page.status_code == 409
    assert not is_in(browser)
    assert db.scalars(select(Identity)).all() == []


def test_a_sign_in_that_ended_connects_nothing(
    app: Flask, browse: Browse, hostile: Hostile, db: Session
) -> None:
    browser = browse(a_member_with_password())
    asked_for = asked_in(str(browser.get("/account/provider").location))
    hostile.token = signed(claims_for(hostile, asked_for))

    with meanwhile(app, drop(SignIn)):
        page = come(browser, asked_for)

    assert page.status_code in {401, 409}
    assert db.scalars(select(Identity)).all() == []


def test_a_passkey_that_was_taken_away_opens_nothing(app: Flask, browse: Browse) -> None:
    device, browser = Device(), app.test_client()
    add(browse(a_member_with_password()), device)
    shown = device.show(asked(browser, "/sign-in/passkey"))

    with meanwhile(app, drop(Passkey), at=2):  # first the question is used up
        page = browser.post("/sign-in/passkey", data={"answer": shown})

    assert page.status_code == 422
    assert REFUSED in page.text
    assert not is_in(browser)


def test_a_passkey_that_was_used_by_its_copy_opens_nothing(app: Flask, browse: Browse) -> None:
    device, browser = Device(), app.test_client()
    add(browse(a_member_with_password()), device)
    shown = device.show(asked(browser, "/sign-in/passkey"))

    def use(db: Session) -> None:
        kept = db.scalars(select(Passkey)).one()
        assert use_passkey(db, kept, device.times_used, now=clock.now())

    with meanwhile(app, use, at=2):
        page = browser.post("/sign-in/passkey", data={"answer": shown})

    assert page.status_code == 422
    assert not is_in(browser)


@pytest.mark.parametrize("at", [1, 2], ids=["before the question", "after it"])
def test_a_second_step_that_was_finished_elsewhere_is_not_finished_again(
    at: int, app: Flask, browse: Browse
) -> None:
    device, member = Device(), a_member_with_password()
    add(browse(member), device)
    browser = half(app, member)
    shown = device.show(asked(browser, f"{STEP}/passkey"))

    with meanwhile(app, drop(SecondStep), at=at):
        page = browser.post(f"{STEP}/passkey", data={"answer": shown})

    assert page.status_code == 422
    assert not is_in(browser)
    assert browser.get(STEP).location == "/sign-in"


@pytest.mark.parametrize("at", [1, 2], ids=["before the try is counted", "after it"])
@pytest.mark.parametrize("on_paper", [False, True], ids=["of the app", "on paper"])
def test_nor_is_it_with_a_code(
    at: int, app: Flask, browse: Browse, db: Session, *, on_paper: bool
) -> None:
    member = a_member_with_password()
    [paper, *_] = set_up(browse(member), db)
    browser, code = half(app, member), code_of(db)

    with meanwhile(app, drop(SecondStep), at=at):
        page = step(browser, paper if on_paper else code)

    assert page.status_code == 422
    assert not is_in(browser)


def test_a_question_to_a_device_at_the_second_step_may_come_too_late(
    app: Flask, browse: Browse
) -> None:
    member = a_member_with_password()
    add(browse(member), Device())
    browser = half(app, member)

    with meanwhile(app, drop(SecondStep)):
        assert browser.post(f"{STEP}/passkey/ask").status_code == 200

    assert browser.post(f"{STEP}/passkey/ask").status_code == 422


def test_a_code_from_paper_that_was_used_elsewhere_opens_nothing(
    app: Flask, browse: Browse, db: Session
) -> None:
    member = a_member_with_password()
    [code, *_] = set_up(browse(member), db)
    browser = half(app, member)

    def use(db: Session) -> None:
        for kept in db.scalars(select(RecoveryCode)):
            kept.used_at = clock.now()

    with meanwhile(app, use, at=2):  # first the try is counted
        page = step(browser, code)

    assert page.status_code == 422
    assert not is_in(browser)


def test_who_has_shown_nothing_yet_is_asked_for_no_passkey(app: Flask) -> None:
    browser = app.test_client()

    asks = browser.post(f"{STEP}/passkey/ask")
    answers = browser.post(f"{STEP}/passkey", data={"answer": "{}", "next": "/account"})

    assert browser.get(f"{STEP}?next=/account").location == "/sign-in?next=/account"
    assert asks.status_code == 422
    assert "says" in (asks.json or {})
    assert answers.location == "/sign-in?next=/account"


def test_after_many_passkeys_at_the_second_step_no_more_is_asked(
    app: Flask, browse: Browse
) -> None:
    member = a_member_with_password()
    add(browse(member), Device())
    browser = half(app, member)
    for _ in range(41):
        answer = browser.post(f"{STEP}/passkey/ask")

    assert answer.status_code == 429
    assert "too many tries" in (answer.json or {})["says"]
