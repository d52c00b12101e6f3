"""Every rule of who may do what, asked directly: each person about each thing, with no page.

Loaders already hide what is not one's own. These ask the rules themselves, so that each of the two
guards holds alone: a rule that said yes to everybody would be noticed here, whatever is loaded.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from matcher.foundation import clock
from matcher.members.login import current_sign_in
from matcher.members.models import Member, SignIn
from matcher.members.queries import find_own_sign_in
from matcher.members.services.signing_in import sign_in
from tests.access.table import IN, TABLE
from tests.access.test_access import method_of, token
from tests.access.world import ACTORS, World

May = Callable[[Any, Any], bool]


@dataclass(frozen=True)
class Rule:
    """What a view declares: who may, and what it finds; with the place where `may` is kept."""

    endpoint: str
    name: str
    loads: Callable[..., Any]
    cell: Any

    @property
    def may(self) -> May:
        rule: May = self.cell.cell_contents
        return rule


@dataclass(frozen=True)
class Wrong:
    endpoint: str
    rule: str
    who: str
    said: bool


def rules_of(app: Flask) -> list[Rule]:
    """Read from each view what `@allows` was given. A page without its row fails elsewhere."""
    found, known = [], {endpoint for endpoint, _method in TABLE}
    for endpoint, view in app.view_functions.items():
        if endpoint not in known:
            continue
        names = getattr(view, "__code__", None) and view.__code__.co_freevars
        if names and {"may", "loads"} <= set(names):
            cells = dict(zip(names, view.__closure__ or (), strict=True))
            name = cells["may"].cell_contents.__name__
            found.append(Rule(endpoint, name, cells["loads"].cell_contents, cells["may"]))
    return sorted(found, key=lambda rule: rule.endpoint)


# About the person alone, whatever the thing: whose thing it is makes no difference.
ABOUT_THE_ACTOR = {"may_administrate", "may_create_programmes"}


# Reviewed: here the loader alone keeps this person out, since it depends on a moment or a state:
# the second is asked for a talk of three only after the first said yes; a farewell is begun by its
# own writer; the address names a sign-in of nobody, and here each has one of their own.
LEANS_ON_ITS_LOADER = {
    *{("feedback.say_three_way", "mentor"), ("feedback.three_way", "mentor")},
    *{("pairings.keepsake_file", "mentor"), ("pairings.takeaway", "mentor")},
    ("pairings.save_takeaway", "mentor"),
    *{("members.end_sign_in", who) for who in ACTORS},
}
# Reviewed: the small world has nothing behind this, so only its own tests turn it over.
NOT_IN_THE_WORLD = {"was_passed_on"}
NOTHING_BEHIND_IT = {"feedback.passed_on", "feedback.settle_passed", "members.end_sign_in"}


class Things:
    """What each person finds behind each page, in one session."""

    def __init__(self, app: Flask, db: Session, world: World) -> None:
        self.app, self.db, self.world = app, db, world
        self.people = {
            who: db.get_one(Member, world.members[who]) for who in ACTORS if who != "nobody"
        }
        self.found = {rule.endpoint: self._find(rule) for rule in rules_of(app)}

    def _find(self, rule: Rule) -> dict[str, Any]:
        mapped = next(self.app.url_map.iter_rules(rule.endpoint))
        values = {
            **self.world.address,
            "token": token(rule.endpoint, self.world),
        }
        if rule.endpoint.startswith("programmes."):
            values["section"] = "basics"
        address = {name: _typed(values[name], name) for name in mapped.arguments}
        return {who: self._load(rule, address, member) for who, member in self.people.items()}

    def _load(self, rule: Rule, address: dict[str, Any], member: Member) -> Any:
        if rule.loads in {current_sign_in, find_own_sign_in}:  # known by a browser, not an address
            return self._sign_in_of(member)
        with self.app.test_request_context():
            try:
                return rule.loads(self.db, **address, seen_by=member)
            except HTTPException:
                return None

    def _sign_in_of(self, member: Member) -> SignIn:
        mine = select(SignIn).where(SignIn.member_id == member.id)
        if self.db.scalar(mine) is None:
            sign_in(self.db, member, now=clock.now())
            self.db.flush()
        return self.db.scalars(mine).one()

    def wrong(self, rules: list[Rule]) -> Iterator[Wrong]:
        """Say where a rule disagrees with the table, or lets somebody at another's own thing."""
        for rule in rules:
            mapped = next(self.app.url_map.iter_rules(rule.endpoint))
            row = dict(zip(ACTORS, TABLE[rule.endpoint, method_of(mapped)], strict=True))
            yield from self._wrong(rule, row)

    def _wrong(self, rule: Rule, row: dict[str, str]) -> Iterator[Wrong]:
        found = self.found[rule.endpoint]
        anything = next((each for each in found.values() if each is not None), None)
        for who, member in self.people.items():
            thing = anything if found[who] is None else found[who]
            if thing is None:
                continue
            said = rule.may(member, thing)
            leans = said and (rule.endpoint, who) in LEANS_ON_ITS_LOADER
            if said != (row[who] == IN) and not leans:
                yield Wrong(rule.endpoint, rule.name, who, said)
        if rule.name not in ABOUT_THE_ACTOR:
            yield from self._at_others(rule, found)

    def _at_others(self, rule: Rule, found: dict[str, Any]) -> Iterator[Wrong]:
        """Where everybody finds something of their own, nobody may touch another's."""
        own = {who: thing for who, thing in found.items() if isinstance(thing, Member | SignIn)}
        for who, mine in own.items():
            for other, thing in own.items():
                if thing is not mine and rule.may(self.people[who], thing):
                    yield Wrong(rule.endpoint, rule.name, f"{who} at {other}", said=True)


def _typed(value: str, name: str) -> Any:
    return UUID(value) if name.endswith("_id") else value
