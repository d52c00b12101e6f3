"""The rules themselves, and the proof that these tests would notice a rule that is wrong."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.access.predicates import (
    NOT_IN_THE_WORLD,
    NOTHING_BEHIND_IT,
    Rule,
    Things,
    rules_of,
)
from tests.access.world import World

Turned = Callable[[Any, Any], bool]


@pytest.fixture
def things(app: Flask, db: Session, world: World) -> Things:
    return Things(app, db, world)


def test_each_rule_says_what_the_table_says_even_without_its_loader(
    app: Flask, things: Things
) -> None:
    assert list(things.wrong(rules_of(app))) == []


@pytest.mark.parametrize("answer", [True, False])
def test_a_rule_that_were_turned_over_would_be_noticed(
    answer: bool,  # noqa: FBT001  # what the rule is turned into
    app: Flask,
    things: Things,
) -> None:
    """Each rule by its name: forced to say yes, or no, to everybody, in all its pages."""
    unnoticed = []
    every = rules_of(app)
    for name in sorted({rule.name for rule in every}):
        turned = [rule for rule in every if rule.name == name]
        with turning(turned, answer=answer):
            if not list(things.wrong(turned)):
                unnoticed.append(name)

    assert set(unnoticed) == NOT_IN_THE_WORLD


@pytest.mark.parametrize("answer", [True, False])
def test_a_rule_that_were_turned_over_on_one_page_would_be_noticed(
    answer: bool,  # noqa: FBT001  # likewise
    app: Flask,
    things: Things,
) -> None:
    unnoticed = []
    for rule in rules_of(app):
        with turning([rule], answer=answer):
            if rule.endpoint not in NOTHING_BEHIND_IT and not list(things.wrong([rule])):
                unnoticed.append(rule.endpoint)

    assert unnoticed == []


class turning:  # noqa: N801  # reads as a word in `with`
    """Within this, rules give one answer to everybody."""

    def __init__(self, rules: list[Rule], *, answer: bool) -> None:
        self.rules, self.answer = rules, answer
        self.kept = [rule.cell.cell_contents for rule in rules]

    def __enter__(self) -> None:
        for rule in self.rules:
            rule.cell.cell_contents = lambda _member, _thing: self.answer

    def __exit__(self, *_error: object) -> None:
        for rule, kept in zip(self.rules, self.kept, strict=True):
            rule.cell.cell_contents = kept
