"""Whoever looks after others and puts a second step off for too long gets no further.

Every page there is is asked for: one that is made later lies behind the gate by itself.
"""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from matcher.desk.services.feeds import make_feed
from matcher.foundation import clock
from matcher.members.gate import IN_REACH
from matcher.members.models import Authenticator, Member
from matcher.members.services.signing_in import sign_in
from matcher.programmes.models import Programme
from tests.access.test_access import ask_page
from tests.access.world import World
from tests.factories import NOW

STEP = "/account/second-step"
LONG_AGO = NOW - timedelta(days=90)
# These are in reach, and would end the walk: signing out, and saying that it was somebody else.
ENDS = {"members.leave", "members.not_me"}


def signed_in(app: Flask, db: Session, member: Member) -> FlaskClient:
    browser = app.test_client()
    browser.set_cookie("session", sign_in(db, member, now=clock.now()))
    db.commit()
    return browser


def overdue(db: Session, world: World, who: str) -> Member:
    """Return somebody who was told long ago, and whose role is as old."""
    member = db.get_one(Member, world.members[who])
    for grant in member.grants:
        grant.given_at = LONG_AGO
    member.second_step_told_at = LONG_AGO
    db.commit()
    return member


@pytest.mark.parametrize("who", ["coordinator", "administrator"])
def test_every_page_leads_to_the_second_step_but_those_in_reach(
    who: str, app: Flask, db: Session, world: World
) -> None:
    browser = signed_in(app, db, overdue(db, world, who))
    got_through = set()
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in ENDS:
            page = ask_page(browser, rule, world)
            if (page.status_code, page.headers.get("Location")) != (303, STEP):
                got_through.add(rule.endpoint)

    assert got_through - IN_REACH == set()
    assert ENDS <= IN_REACH


def test_what_is_in_reach_is_what_was_written_down(app: Flask) -> None:
    known = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert known >= IN_REACH
    # None of it belongs to a programme or to another person.
    addresses = [rule for rule in app.url_map.iter_rules() if rule.endpoint in IN_REACH]
    assert {name for rule in addresses for name in rule.arguments} <= {"filename", "token"}


def test_nobody_is_held_back_while_there_is_time(app: Flask, db: Session, world: World) -> None:
    member = db.get_one(Member, world.members["coordinator"])
    for grant in member.grants:
        grant.given_at = LONG_AGO
    member.second_step_told_at = NOW - timedelta(days=29)
    browser = signed_in(app, db, member)

    for endpoint in ("home.mine", "coordination.today", "enrolments.people", "members.account"):
        page = ask_page(browser, next(app.url_map.iter_rules(endpoint)), world)
        assert page.status_code == 200, endpoint


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_who_looks_after_nobody_is_left_alone(
    who: str, app: Flask, db: Session, world: World
) -> None:
    browser = signed_in(app, db, overdue(db, world, who))

    assert browser.get("/home").status_code == 200


def test_who_has_a_second_step_is_left_alone(app: Flask, db: Session, world: World) -> None:
    member = overdue(db, world, "coordinator")
    db.add(Authenticator(member=member, made_at=NOW, confirmed_at=NOW))
    browser = signed_in(app, db, member)

    assert browser.get("/home").status_code == 200


def test_a_calendar_elsewhere_goes_quiet_too(app: Flask, db: Session, world: World) -> None:
    member = db.get_one(Member, world.members["coordinator"])
    programme = db.get_one(Programme, next(iter(member.coordinates)))
    token = make_feed(db, programme, by=member, now=clock.now())
    db.commit()
    reader = app.test_client()
    before = reader.get(f"/calendar/{token}.ics").status_code

    overdue(db, world, "coordinator")

    assert (before, reader.get(f"/calendar/{token}.ics").status_code) == (200, 404)
