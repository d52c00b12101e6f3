"""Whoever has shown their password and not the second thing is nobody, on every page there is."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.members.services.factors import begin_second_step
from tests.access.table import TABLE
from tests.access.test_access import ask
from tests.access.world import World

# Looking at the step itself, and finishing it.
THE_STEP = {"members.second_step", "members.take_second_step"}
MINE = sorted({name for name, method in TABLE if method == "GET"} - THE_STEP)


@pytest.mark.parametrize("endpoint", MINE)
def test_a_half_sign_in_opens_nothing_else(
    endpoint: str, app: Flask, db: Session, world: World
) -> None:
    member = db.get_one(Member, world.members["coordinator"])
    token = begin_second_step(db, member, now=clock.now(), browser="", level="password")
    db.commit()
    rule = next(app.url_map.iter_rules(endpoint))
    nobodys = ask(app.test_client(), rule, world)

    for cookie in ("step", "session"):
        browser = app.test_client()
        browser.set_cookie(cookie, token)
        assert ask(browser, rule, world) == nobodys


def test_nor_does_it_do_anything(app: Flask, db: Session, world: World) -> None:
    member = db.get_one(Member, world.members["coordinator"])
    token = begin_second_step(db, member, now=clock.now(), browser="", level="password")
    db.commit()
    for endpoint in sorted({name for name, method in TABLE if method == "POST"} - THE_STEP):
        if TABLE[endpoint, "POST"][0] != "sign in":
            continue
        rule = next(app.url_map.iter_rules(endpoint))
        for cookie in ("step", "session"):
            browser = app.test_client()
            browser.set_cookie(cookie, token)
            assert ask(browser, rule, world) == "sign in", endpoint
