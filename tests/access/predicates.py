"""Every rule of who may do what, asked directly: each person about each thing, with no page between.

Loaders already hide what is not one's own. These ask the rules themselves, so that each of the two
guards holds alone: a rule that said yes to everybody would be noticed here, whatever is loaded.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from matcher.members.models import Member
from tests.access.table import IN, TABLE
from tests.access.test_access import method_of, sections_of, token
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
    """Read from each view what `@allows` was given."""
    found = []
    for endpoint, view in app.view_functions.items():
        names = getattr(view, "__code__", None) and view.__code__.co_freevars
        if names and {"may", "loads"} <= set(names):
            cells = dict(zip(names, view.__closure__ or (), strict=True))
            name = cells["may"].cell_contents.__name__
            found.append(Rule(endpoint, name, cells["loads"].cell_contents, cells["may"]))
    return sorted(found, key=lambda rule: rule.endpoint)


# About the person alone, whatever the thing: whose thing it is makes no difference.
ABOUT_THE_ACTOR = {"may_administrate", "may_create_programmes"}


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
            **sections_of(rule.endpoint),
        }
        address = {name: _typed(values[name], name) for name in mapped.arguments}
        return {who: self._load(rule, address, member) for who, member in self.people.items()}

    def _load(self, rule: Rule, address: dict[str, Any], member: Member) -> Any:
        with self.app.test_request_context():
            try:
                return rule.loads(self.db, **address, seen_by=member)
            except HTTPException:
                return None

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
            if said != (row[who] == IN):
                yield Wrong(rule.endpoint, rule.name, who, said)
        if rule.name not in ABOUT_THE_ACTOR:
            yield from self._at_others(rule, found)

    def _at_others(self, rule: Rule, found: dict[str, Any]) -> Iterator[Wrong]:
        """Where everybody finds something of their own, nobody may touch another's."""
        own = {who: thing for who, thing in found.items() if isinstance(thing, Member)}
        for who in own:
            for other, thing in own.items():
                if who != other and thing is not own[who]:
                    said = rule.may(self.people[who], thing)
                    if said:
                        yield Wrong(rule.endpoint, rule.name, f"{who} at {other}", said)


def _typed(value: str, name: str) -> Any:
    from uuid import UUID  # noqa: PLC0415  # only here

    return UUID(value) if name.endswith("_id") else value
