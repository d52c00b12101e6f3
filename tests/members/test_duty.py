"""A second step is required of whoever looks after others, after a while in which they are told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from matcher.config import Misconfigured, Settings
from matcher.foundation import clock
from matcher.members.duty import Duty, told_at
from matcher.members.models import Grant, Member, Role
from tests.conftest import Browse
from tests.factories import NOW, a_member, an_administrator
from tests.factories.members import a_member_with_password
from tests.members.test_doors import send
from tests.members.test_second_step import set_up

STEP = "/account/second-step"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _a_moment() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def looking_after_others() -> Member:
    member = a_member_with_password()
    Grant(member=member, role=Role.ADMINISTRATOR, given_at=NOW)
    return member


def set_days(app: Flask, days: str, **rest: str) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], SECOND_STEP_WITHIN=days, **rest)


def enter(app: Flask, member: Member) -> FlaskClient:
    browser = app.test_client()
    send(browser, member.email)
    return browser


def test_they_are_told_calmly_by_when_on_the_pages_where_a_day_begins(browse: Browse) -> None:
    browser = browse(an_administrator())

    shown = browser.get("/home").text

    assert "From Wednesday 1 April 2026 signing in takes a second step." in shown
    assert f'href="{STEP}"' in shown
    assert "signing in takes a second step" not in browser.get("/account/data").text


def test_in_the_last_week_they_are_told_on_every_page(browse: Browse, db: Session) -> None:
    member = an_administrator()
    browser = browse(member)
    member.grants[0].given_at = member.second_step_told_at = NOW - 25 * DAY
    db.commit()

    assert "signing in takes a second step" in browser.get("/account/data").text


def test_the_days_are_counted_from_the_first_door(app: Flask, db: Session) -> None:
    member = looking_after_others()
    member.grants[0].given_at = NOW - 900 * DAY
    db.add(member)
    db.commit()

    with time_machine.travel(NOW + DAY, tick=False):
        enter(app, member)
    with time_machine.travel(NOW + 20 * DAY, tick=False):
        assert enter(app, member).get("/home").status_code == 200
    with time_machine.travel(NOW + 31 * DAY, tick=False):
        assert enter(app, member).get("/home").headers["Location"] == STEP


def test_afterwards_setting_it_up_opens_everything_again(app: Flask, db: Session) -> None:
    set_days(app, "0")
    member = looking_after_others()
    db.add(member)
    db.commit()
    browser = enter(app, member)
    held = browser.get("/home", follow_redirects=True).text

    assert "Please set this up before you go on." in held
    assert "Coordinate" not in held  # nothing in the menu that does not open
    set_up(browser, db)

    assert browser.get("/home").status_code == 200


def test_signing_out_and_telling_what_is_wrong_stay_in_reach(app: Flask, db: Session) -> None:
    set_days(app, "0")
    member = looking_after_others()
    db.add(member)
    db.commit()
    browser = enter(app, member)

    assert browser.get("/concern").status_code == 200
    assert browser.get("/how-it-works").status_code == 200
    assert browser.post("/sign-out").headers["Location"] == "/"


@pytest.mark.parametrize(("days", "mode"), [("never", "production"), ("0", "demo")])
def test_it_may_be_left_to_them_and_the_demo_never_ends(
    days: str, mode: str, app: Flask, db: Session
) -> None:
    set_days(app, days, MODE=mode)
    member = looking_after_others()
    db.add(member)
    db.commit()

    shown = enter(app, member).get("/home")

    assert shown.status_code == 200
    assert ("takes a second step" in shown.text) == (mode == "demo")


def test_who_takes_their_last_one_away_sets_up_another_at_once(app: Flask, db: Session) -> None:
    set_days(app, "0")
    member = looking_after_others()
    db.add(member)
    db.commit()
    browser = enter(app, member)
    set_up(browser, db)

    asked = browser.get(f"{STEP}/end").text
    ended = browser.post(f"{STEP}/end")

    assert "set it up there right after this" in asked
    assert ended.headers["Location"] == STEP
    assert browser.get("/home").headers["Location"] == STEP


def test_what_was_told_for_a_role_that_ended_does_not_count_for_a_new_one() -> None:
    member = a_member()
    Grant(member=member, role=Role.COORDINATOR, given_at=NOW - 900 * DAY, ended_at=NOW - 800 * DAY)
    Grant(member=member, role=Role.COORDINATOR, given_at=NOW)
    member.second_step_told_at = NOW - 890 * DAY

    assert told_at(member, otherwise=NOW + DAY) == NOW + DAY


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (NOW, []),
        (NOW + 23 * DAY, ["soon"]),
        (NOW + 30 * DAY - timedelta(seconds=1), ["soon"]),
        (NOW + 30 * DAY, ["soon", "over"]),
    ],
)
def test_the_time_ends_to_the_second(now: datetime, state: list[str]) -> None:
    duty = Duty.since(NOW, days=30, now=now)

    assert (["soon"] if duty.is_soon else []) + (["over"] if duty.is_over else []) == state


@pytest.mark.parametrize("days", ["-1", "soon", "30 days", "99999", ""])
def test_a_setting_that_is_no_number_of_days_does_not_start(days: str, settings: Settings) -> None:
    with pytest.raises(Misconfigured, match="SECOND_STEP_WITHIN"):
        replace(settings, SECOND_STEP_WITHIN=days)


def test_looking_never_tells_anybody(browse: Browse, db: Session) -> None:
    member = an_administrator()
    browse(member).get("/home")
    db.refresh(member)

    assert member.second_step_told_at is None
    assert clock.now() == NOW
