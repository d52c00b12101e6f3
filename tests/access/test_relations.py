"""Who gets what of whose things: every page, for fourteen people, beside four kinds of things.

Of one's own pair, another pair's, another programme's, and of two of these in one address. Each
refusal leaves one line in `denial`, and nothing else in the database.
"""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Rule

from matcher.audit.models import Denial
from matcher.config import Settings
from matcher.members.login import current_sign_in
from matcher.members.models import Member
from tests.access.predicates import rules_of
from tests.access.table import FORBIDDEN, IN, NOT_FOUND, SIGN_IN
from tests.access.test_access import WORDS, contents, method_of, token
from tests.access.test_predicates import turning
from tests.access.wide import (
    EVERYBODY,
    OTHER_PAIR,
    OTHER_PROGRAMME,
    OWN,
    RELATIONS,
    Wide,
    build_wide,
    expected,
)
from tests.databases import ON_POSTGRES, File, OnServer, Template

Made = tuple[Template, Wide]
METHODS = ("POST", "PUT", "PATCH", "DELETE")
COUNT = select(func.count()).select_from(Denial)
SIGNED_IN = tuple(who for who in EVERYBODY if who not in {"nobody", "closed"})
# Reviewed, cell by cell: where somebody differs from the one of the seven they stand beside.
# A concern has one reader, and a saved list its maker: each coordinator their own.
FOR_ONE = ("feedback.read", "feedback.settle_concern", "feedback.told", "review.forget_search")
REVIEWED: dict[tuple[str, str, str], str] = {
    **{(page, beside, "second_coordinator"): NOT_FOUND for page in FOR_ONE for beside in RELATIONS},
    **{(page, beside, "both"): NOT_FOUND for page in FOR_ONE for beside in RELATIONS},
    # What waits was passed on to her, and this is one of the places where the mentee is signed in.
    ("feedback.passed_on", OWN, "second_contact"): IN,
    ("feedback.settle_passed", OWN, "second_contact"): IN,
    ("members.end_sign_in", OWN, "mentee"): IN,
}


@pytest.fixture(scope="module")
def wide_made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    worlds: list[Wide] = []

    def fill(db: Session) -> None:
        worlds.append(build_wide(db))

    if ON_POSTGRES:
        return OnServer(request.getfixturevalue("postgres_server"), fill), worlds[0]
    return File(tmp_path_factory.mktemp("wide") / "matcher.db", fill), worlds[0]


@pytest.fixture(scope="module")
def template(wide_made: Made) -> Template:
    return wide_made[0]


@pytest.fixture
def asker(app: Flask, db: Session, wide_made: Made) -> "Asker":
    for door in ("read", "write"):  # hundreds of lines, which need not outlive a power cut
        event.listen(app.extensions[door].kw["bind"], "connect", _hurry)
    return Asker(app, db, wide_made[1])


@pytest.mark.parametrize("relation", RELATIONS)
def test_each_person_gets_of_these_things_what_the_table_says(
    relation: str, asker: "Asker"
) -> None:
    wrong = {}
    for mapped in asker.mapped:
        page = mapped.endpoint, method_of(mapped)
        told = {who: expected(*page, relation, who) for who in SIGNED_IN}
        told |= {
            who: said
            for (name, beside, who), said in REVIEWED.items()
            if (name, beside) == (mapped.endpoint, relation)
        }
        if relation == OWN or asker.is_about_a_thing(mapped):
            wrong[mapped.endpoint] = asker.wrong(mapped, asker.wide.address[relation], told)

    assert {page: lines for page, lines in wrong.items() if lines} == {}


@pytest.mark.parametrize(
    ("page", "who"), [(page, who) for (page, _, who), said in REVIEWED.items() if said == IN]
)
def test_a_rule_that_were_turned_over_here_would_be_noticed(
    page: str, who: str, asker: "Asker"
) -> None:
    """The small world has nothing behind these, so they are turned over in this one."""
    mapped = next(each for each in asker.mapped if each.endpoint == page)
    everybody = dict.fromkeys(SIGNED_IN, NOT_FOUND) | {who: IN}

    assert asker.wrong(mapped, asker.wide.address[OWN], everybody) == []
    with turning([asker.rules[page]], answer=False):
        assert asker.wrong(mapped, asker.wide.address[OWN], everybody) != []


@pytest.mark.parametrize("other", [OTHER_PAIR, OTHER_PROGRAMME])
def test_an_address_of_two_things_that_do_not_belong_together_is_not_found(
    other: str, asker: "Asker"
) -> None:
    """Each id alone is exchanged for one of another pair, or another programme."""
    wrong = {}
    told = dict.fromkeys(SIGNED_IN, NOT_FOUND)
    for mapped in asker.mapped:
        ids = sorted(name for name in mapped.arguments if name.endswith("_id"))
        apart = len(ids) > 1 and (other == OTHER_PROGRAMME or "programme_id" not in ids)
        for name in ids if apart else ():
            if "resource_id" in ids and other == OTHER_PAIR:
                continue  # the library is the programme's
            mixed = asker.wide.address[OWN] | {name: asker.wide.address[other][name]}
            wrong[mapped.endpoint, name] = asker.wrong(mapped, mixed, told)

    assert len(wrong) > 10
    assert {page: lines for page, lines in wrong.items() if lines} == {}


@pytest.mark.parametrize("relation", RELATIONS)
def test_each_refusal_leaves_one_line_and_nothing_else(
    relation: str, asker: "Asker", settings: Settings
) -> None:
    """The first who is refused asks each page; whoever is not signed in leaves not even that."""
    before, noted = contents(settings), asker.db.scalar(COUNT)
    asker.db.rollback()  # a writer would make the others wait
    browsers = {who: asker.browser(who) for who in EVERYBODY}
    refused, unnoted = 0, []
    for mapped in asker.mapped:
        page = mapped.endpoint, method_of(mapped)
        told = {who: expected(*page, relation, who) for who in SIGNED_IN}
        outside = [who for who, said in told.items() if said != IN][:1]
        path = path_of(mapped, asker.wide, asker.wide.address[relation])
        for who in [*outside, "closed"]:
            status = browsers[who].open(path, method=page[1]).status_code
            assert WORDS.get(status) == (SIGN_IN if who == "closed" else told[who]), (page, who)
        refused += len(outside)
        noted_now = asker.db.scalar(COUNT)
        asker.db.rollback()
        if noted_now != (noted or 0) + refused:
            unnoted.append(mapped.endpoint)
            refused -= 1

    assert unnoted == []
    assert refused > 200
    assert contents(settings) == before


def test_a_page_answers_to_its_own_method_alone(asker: "Asker", settings: Settings) -> None:
    before = contents(settings)
    adapter = asker.app.url_map.bind("localhost")
    for mapped in asker.app.url_map.iter_rules():
        path = path_of(mapped, asker.wide, asker.wide.address[OWN])
        for method in METHODS[1:]:
            with pytest.raises(MethodNotAllowed):
                adapter.match(path, method=method)
    for method in METHODS:
        assert asker.browser("coordinator").open("/home", method=method).status_code == 405

    assert contents(settings) == before


def _hurry(connection: Any, _record: object) -> None:
    if not ON_POSTGRES:
        connection.execute("PRAGMA synchronous=OFF")


class Asker:
    """Asks, for anybody, what each page decides about the things of an address."""

    def __init__(self, app: Flask, db: Session, wide: Wide) -> None:
        self.app, self.db, self.wide = app, db, wide
        self.rules = {rule.endpoint: rule for rule in rules_of(app)}
        self.mapped = [each for each in app.url_map.iter_rules() if each.endpoint in self.rules]
        self.people = {who: db.get_one(Member, kept) for who, kept in wide.members.items()}

    def decide(self, mapped: Rule, who: str, values: dict[str, str]) -> str:
        """Find the thing as the page does, and ask its rule."""
        rule, address = self.rules[mapped.endpoint], address_of(mapped, self.wide, values)
        if rule.loads is current_sign_in:  # of the browser that asks, whatever the address
            return IN
        try:
            thing = rule.loads(self.db, **address, seen_by=self.people[who])
        except NotFound:
            return NOT_FOUND
        if not thing:
            return NOT_FOUND
        return IN if rule.may(self.people[who], thing) else FORBIDDEN

    def wrong(self, mapped: Rule, values: dict[str, str], told: dict[str, str]) -> list[str]:
        with self.app.test_request_context():
            said = {who: self.decide(mapped, who, values) for who in told}
        return [f"{who}: {said[who]}, not {told[who]}" for who in told if said[who] != told[who]]

    def is_about_a_thing(self, mapped: Rule) -> bool:
        own, other = self.wide.address[OWN], self.wide.address[OTHER_PROGRAMME]
        return any(own.get(name) != other.get(name) for name in mapped.arguments)

    def browser(self, who: str) -> FlaskClient:
        browser = self.app.test_client()
        if who in self.wide.tokens:
            browser.set_cookie("session", self.wide.tokens[who])
        return browser


def address_of(mapped: Rule, wide: Wide, values: dict[str, str]) -> dict[str, Any]:
    values = {**values, "token": token(mapped.endpoint, wide.world)}
    if mapped.endpoint.startswith("programmes."):
        values["section"] = "basics"
    names = sorted(mapped.arguments)
    return {name: UUID(values[name]) if name.endswith("_id") else values[name] for name in names}


def path_of(mapped: Rule, wide: Wide, values: dict[str, str]) -> str:
    built = mapped.build(address_of(mapped, wide, values))
    assert built is not None, mapped
    return built[1]
