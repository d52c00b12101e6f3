"""Who may see and do what: every page, every method, every kind of person.

The table in table.py is read line by line when it changes. A page that is not in it fails.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from matcher.config import Settings
from matcher.foundation import clock
from matcher.members.models import Member, Purpose
from matcher.members.services.signing_in import sign_in
from tests.access.table import TABLE
from tests.access.world import ACTORS, World

# What looking may leave behind: that somebody was here, tried to come in, was refused, or opened
# what the other one shared.
LEFT_BEHIND = {"sign_in", "attempt", "denial", "leaf_opened", "opening"}
TOKENS = {
    "feedback": Purpose.CHECK_IN,
    "members.accept_invitation": Purpose.INVITATION,
    "members.take_invitation": Purpose.INVITATION,
    "members.confirm": Purpose.CONFIRM_EMAIL,
    "members.confirm_page": Purpose.CONFIRM_EMAIL,
    "members.reset": Purpose.RESET_PASSWORD,
    "members.set_password": Purpose.RESET_PASSWORD,
    "members.enter_by_link": Purpose.SIGN_IN,
    "members.mailed_link": Purpose.SIGN_IN,
    "members.not_me": Purpose.NOT_ME,
    "members.not_me_page": Purpose.NOT_ME,
    "members.revert": Purpose.REVERT_EMAIL,
    "members.revert_page": Purpose.REVERT_EMAIL,
}
NOWHERE = "00000000-0000-4000-8000-000000000000"
WORDS = {401: "sign in", 403: "forbidden", 404: "not found"}


def test_every_page_has_its_row(app: Flask) -> None:
    assert {(rule.endpoint, method_of(rule)) for rule in app.url_map.iter_rules()} == set(TABLE)


@pytest.mark.parametrize(("endpoint", "method"), sorted(TABLE))
def test_each_person_gets_what_the_table_says(
    endpoint: str, method: str, app: Flask, db: Session, world: World
) -> None:
    rule = next(app.url_map.iter_rules(endpoint))

    answers = {who: ask(browser, rule, world) for who, browser in browsers(app, db, world)}

    assert answers == dict(zip(ACTORS, TABLE[endpoint, method], strict=True))


@pytest.mark.parametrize("endpoint", sorted(name for name, method in TABLE if method == "GET"))
def test_looking_changes_nothing(
    endpoint: str, app: Flask, db: Session, world: World, settings: Settings
) -> None:
    rule = next(app.url_map.iter_rules(endpoint))
    everybody = list(browsers(app, db, world))
    before = contents(settings)

    for _who, browser in everybody:
        ask(browser, rule, world)

    assert contents(settings) == before


def test_what_does_not_exist_is_not_found_by_anybody(app: Flask, db: Session, world: World) -> None:
    everybody = list(browsers(app, db, world))
    for rule in app.url_map.iter_rules():
        nowhere = {name: NOWHERE for name in rule.arguments if name.endswith("_id")}
        for who, browser in everybody if nowhere else ():
            if who != "nobody" or rule.endpoint == "messages.read":
                assert ask(browser, rule, world, **nowhere) == "not found", (rule.endpoint, who)


def browsers(app: Flask, db: Session, world: World) -> Iterator[tuple[str, FlaskClient]]:
    """Give each kind of person a browser, signed in where they can be."""
    for who in ACTORS:
        browser = app.test_client()
        if who != "nobody":
            member = db.get_one(Member, world.members[who])
            browser.set_cookie("session", sign_in(db, member, now=clock.now()))
            db.commit()
        yield who, browser


def ask(browser: FlaskClient, rule: Rule, world: World, **other: str) -> str:
    """Ask for a page, and say in a word what came of it: "in" is anything but a refusal."""
    return WORDS.get(ask_page(browser, rule, world, **other).status_code, "in")


def ask_page(browser: FlaskClient, rule: Rule, world: World, **other: str) -> TestResponse:
    """Ask for a page of the world."""
    values = {**world.address, "token": token(rule.endpoint, world), **other}
    if rule.endpoint.startswith("programmes."):
        values["section"] = "basics"
    path = rule.build({name: values[name] for name in rule.arguments})
    assert path is not None, rule
    page = browser.open(path[1], method=method_of(rule), data=urlencode({}))
    assert page.status_code < 500, (rule.endpoint, page.status_code)  # ours to mend
    return page


def token(endpoint: str, world: World) -> str:
    purpose = TOKENS.get(endpoint) or TOKENS.get(endpoint.split(".", 1)[0])
    return world.tokens[purpose] if purpose else "unknown"


def method_of(rule: Rule) -> str:
    [method] = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    return method


def contents(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """Read every table as it is, but for what looking may leave behind."""
    engine = create_engine(settings.database)
    with engine.connect() as connection:
        names = set(inspect(connection).get_table_names()) - LEFT_BEHIND
        found = {
            name: sorted(map(tuple, connection.execute(select(text(f'* FROM "{name}"')))), key=repr)
            for name in names
        }
    engine.dispose()
    return found
