"""The hard rules once they know the people: each says which offers are ruled out for a need."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from matcher.matching.criteria.grid import Flags, Grid, People, Rows
from matcher.matching.criteria.sets import SharedAnswers
from matcher.matching.criteria.tables import TableGrid, near, one_answer, remote, whereabouts
from matcher.matching.folding import fold, folded
from matcher.matching.profiles import Profile
from matcher.matching.settings import Rule

Grids = Mapping[str, Grid]


class Barrier(Protocol):
    """One rule. `rows` is True where a pair is ruled out: (stop - start, offers)."""

    @property
    def code(self) -> str: ...

    @property
    def column(self) -> str: ...

    def rows(self, start: int, stop: int) -> Flags: ...


class Values(Protocol):
    """Numbers for all pairs, and who has answered on either side."""

    @property
    def answered(self) -> tuple[Flags, Flags]: ...

    def rows(self, start: int, stop: int) -> Rows: ...


@dataclass(frozen=True)
class TooLow:
    """Rules out pairs whose value is below the least. Who has not answered is not ruled out."""

    code: str
    values: Values
    least: float
    column: str = ""

    def rows(self, start: int, stop: int) -> Flags:
        needs, offers = self.values.answered
        known = needs[start:stop, None] & offers[None, :]
        out: Flags = known & (self.values.rows(start, stop) < self.least)
        return out


@dataclass(frozen=True)
class Named:
    """Rules out pairs one of whom named the other: offers by need."""

    code: str
    pairs: Mapping[int, Sequence[int]]
    width: int
    column: str = ""

    def rows(self, start: int, stop: int) -> Flags:
        out = np.zeros((stop - start, self.width), dtype=bool)
        for need in self.pairs.keys() & range(start, stop):
            out[need - start, self.pairs[need]] = True
        return out


@dataclass(frozen=True)
class SameOrganisation:
    """Rules out colleagues where one of the two asked for somebody from elsewhere."""

    same: TableGrid
    asks: tuple[Flags, Flags]
    code: str = "same_organisation"
    column: str = "organisation"

    def rows(self, start: int, stop: int) -> Flags:
        asked = self.asks[0][start:stop, None] | self.asks[1][None, :]
        out: Flags = asked & (self.same.rows(start, stop) > 0)
        return out


def raise_barriers(rules: Sequence[Rule], people: People, grids: Grids) -> list[Barrier]:
    """Return the barriers in the order of the rules: the first that holds names the reason.

    Raises ValueError for a rule about a criterion there is not.
    """
    return [barrier for rule in rules for barrier in KINDS[rule.kind](rule, people, grids)]


def _self(rule: Rule, people: People, _grids: Grids) -> list[Barrier]:
    bearers: dict[str, list[int]] = {}
    for number, offer in enumerate(people.offers):
        bearers.setdefault(fold(offer.person or offer.id), []).append(number)
    persons = [fold(need.person or need.id) for need in people.needs]
    same = {n: bearers[each] for n, each in enumerate(persons) if each in bearers}
    return [Named(rule.code or "same_person", same, len(people.offers))]


def _avoid(rule: Rule, people: People, _grids: Grids) -> list[Barrier]:
    needs, offers = people.needs, people.offers
    pairs = {*_named(needs, offers), *((need, offer) for offer, need in _named(offers, needs))}
    by_need: dict[int, list[int]] = {}
    for need, offer in sorted(pairs):
        by_need.setdefault(need, []).append(offer)
    here, there = (one_answer(side, "organisation") for side in (needs, offers))
    same = TableGrid(here, there, lambda need, offer: need == offer)
    asks = tuple(
        np.array(["same_organisation" in map(fold, each.avoid) for each in side], dtype=bool)
        for side in (needs, offers)
    )
    named = Named(rule.code or "avoid", by_need, len(offers))
    return [named, SameOrganisation(same, (asks[0], asks[1]))]


def _named(askers: Sequence[Profile], others: Sequence[Profile]) -> list[tuple[int, int]]:
    bearers: dict[str, list[int]] = {}
    for number, other in enumerate(others):
        for name in {fold(other.id), fold(other.person)} - {""}:
            bearers.setdefault(name, []).append(number)
    return [
        (number, other)
        for number, asker in enumerate(askers)
        for name in asker.avoid
        for other in bearers.get(fold(name), ())
    ]


def _must_share(rule: Rule, people: People, _grids: Grids) -> list[Barrier]:
    left, right = rule.columns
    shared = SharedAnswers(
        [folded(each, left, rule.separator) for each in people.needs],
        [folded(each, right, rule.separator) for each in people.offers],
    )
    return [TooLow(rule.code or "must_share", shared, 1.0, left)]


def _slot(rule: Rule, people: People, _grids: Grids) -> list[Barrier]:
    left, right = (folded_in(people, column) for column in (rule.need, rule.offer or rule.need))
    return [TooLow(rule.code or "no_shared_slot", SharedAnswers(left[0], right[1]), 1.0)]


def folded_in(people: People, column: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return both sides' answers in a column, by default the parts of the week."""
    needs, offers = (
        [folded(each, column or "slots") for each in side] for side in (people.needs, people.offers)
    )
    return needs, offers


def _place(rule: Rule, people: People, _grids: Grids) -> list[Barrier]:
    def possible(need: tuple[str, str], offer: tuple[str, str]) -> bool:
        unknown = "" in {need[0], offer[0]} and "online" not in {need[1], offer[1]}
        return near(need, offer) or remote(need, offer) or unknown

    able = TableGrid(whereabouts(people.needs), whereabouts(people.offers), possible)
    return [TooLow(rule.code or "too_far", able, 1.0)]


def _compared(rule: Rule, people: People, _grids: Grids) -> list[Barrier]:
    left, right = rule.columns
    pairs = {(fold(a), fold(b)) for a, b in rule.pairs}
    same = rule.kind == "must"
    allowed = TableGrid(
        one_answer(people.needs, left),
        one_answer(people.offers, right),
        lambda need, offer: ((need, offer) in pairs if pairs else need == offer) == same,
    )
    return [TooLow(rule.code or rule.kind, allowed, 1.0, left)]


def _at_least(rule: Rule, _people: People, grids: Grids) -> list[Barrier]:
    if rule.criterion not in grids:
        raise ValueError(f"at_least: there is no criterion “{rule.criterion}”")
    return [TooLow(rule.code or "at_least", grids[rule.criterion], rule.value, rule.criterion)]


KINDS: dict[str, Callable[[Rule, People, Grids], list[Barrier]]] = {
    "self": _self,
    "avoid": _avoid,
    "must": _compared,
    "must_differ": _compared,
    "must_share": _must_share,
    "at_least": _at_least,
    "slot": _slot,
    "place": _place,
}
