"""The hard rules once they know the people: grids of pairs that may not be."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.matching.criteria.grid import Flags, Grid, People
from matcher.matching.criteria.sets import SharedAnswers
from matcher.matching.criteria.tables import TableGrid, near, one_answer, remote, whereabouts
from matcher.matching.folding import fold, folded
from matcher.matching.profiles import Profile
from matcher.matching.settings import Rule

Ruled = Callable[[int, int], NDArray[np.bool_]]


class Barrier:
    """One rule: `rows` says which offers are ruled out. Not answered rules nothing out."""

    def __init__(self, code: str, rows: Ruled, column: str = "") -> None:
        self.code, self.rows, self.column = code, rows, column


def raise_barriers(
    rules: Sequence[Rule], people: People, grids: Mapping[str, Grid]
) -> list[Barrier]:
    """Return the barriers in the order of the rules: the first that holds names the reason."""
    found: list[Barrier] = []
    for rule in rules:
        found += KINDS[rule.kind](rule, people, grids)
    return found


def _self(rule: Rule, people: People, _grids: Mapping[str, Grid]) -> list[Barrier]:
    one, other = ([fold(p.person or p.id) for p in side] for side in (people.needs, people.offers))
    same = TableGrid(one, other, lambda need, offer: need == offer)
    return [Barrier(rule.code or "same_person", lambda low, high: same.rows(low, high) > 0)]


def _avoid(rule: Rule, people: People, _grids: Mapping[str, Grid]) -> list[Barrier]:
    needs, offers = people.needs, people.offers
    named = _pairs(_named(needs, offers), _named(offers, needs))
    rows = _sparse(named, len(offers))
    return [Barrier(rule.code or "avoid", rows), _same_organisation(people)]


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


def _pairs(there: list[tuple[int, int]], back: list[tuple[int, int]]) -> set[tuple[int, int]]:
    return {*there, *((need, offer) for offer, need in back)}


def _sparse(pairs: set[tuple[int, int]], width: int) -> Ruled:
    by_need: dict[int, list[int]] = {}
    for need, offer in pairs:
        by_need.setdefault(need, []).append(offer)

    def rows(start: int, stop: int) -> Flags:
        out = np.zeros((stop - start, width), dtype=bool)
        for need in by_need.keys() & range(start, stop):
            out[need - start, by_need[need]] = True
        return out

    return rows


def _same_organisation(people: People) -> Barrier:
    sides = people.needs, people.offers
    here, there = (one_answer(side, "organisation") for side in sides)
    same = TableGrid(here, there, lambda need, offer: bool(need == offer))
    asks = [
        np.array(["same_organisation" in map(fold, p.avoid) for p in side], dtype=bool)
        for side in sides
    ]

    def rows(start: int, stop: int) -> Flags:
        out: Flags = (same.rows(start, stop) > 0) & (asks[0][start:stop, None] | asks[1][None, :])
        return out

    return Barrier("same_organisation", rows)


def _known(answered: tuple[Flags, Flags], start: int, stop: int) -> Flags:
    both: Flags = answered[0][start:stop, None] & answered[1][None, :]
    return both


def _must_share(rule: Rule, people: People, _grids: Mapping[str, Grid]) -> list[Barrier]:
    left, right = rule.columns
    shared = SharedAnswers(
        [folded(each, left) for each in people.needs],
        [folded(each, right) for each in people.offers],
    )

    def rows(start: int, stop: int) -> Flags:
        out: Flags = (shared.rows(start, stop) == 0) & _known(shared.answered, start, stop)
        return out

    return [Barrier(rule.code or "must_share", rows, left)]


def _slot(rule: Rule, people: People, grids: Mapping[str, Grid]) -> list[Barrier]:
    columns = Rule(kind="must_share", need=rule.need or "slots", offer=rule.offer)
    (barrier,) = _must_share(columns, people, grids)
    return [Barrier(rule.code or "no_shared_slot", barrier.rows)]


def _place(rule: Rule, people: People, _grids: Mapping[str, Grid]) -> list[Barrier]:
    def possible(need: tuple[str, str], offer: tuple[str, str]) -> bool:
        unknown = "" in {need[0], offer[0]} and "online" not in {need[1], offer[1]}
        return near(need, offer) or remote(need, offer) or unknown

    able = TableGrid(whereabouts(people.needs), whereabouts(people.offers), possible)

    def rows(start: int, stop: int) -> Flags:
        out: Flags = (able.rows(start, stop) == 0) & _known(able.answered, start, stop)
        return out

    return [Barrier(rule.code or "too_far", rows)]


def _compared(rule: Rule, people: People, _grids: Mapping[str, Grid]) -> list[Barrier]:
    left, right = rule.columns
    pairs = {(fold(a), fold(b)) for a, b in rule.pairs}
    agree = TableGrid(
        one_answer(people.needs, left),
        one_answer(people.offers, right),
        lambda need, offer: (need, offer) in pairs if pairs else need == offer,
    )
    forbidden_when = rule.kind == "must_differ"

    def rows(start: int, stop: int) -> Flags:
        same = agree.rows(start, stop) > 0
        return (same == forbidden_when) & _known(agree.answered, start, stop)

    return [Barrier(rule.code or rule.kind, rows, left)]


def _at_least(rule: Rule, _people: People, grids: Mapping[str, Grid]) -> list[Barrier]:
    if rule.criterion not in grids:
        raise ValueError(f"at_least: there is no criterion “{rule.criterion}”")
    grid = grids[rule.criterion]

    def rows(start: int, stop: int) -> Flags:
        out: Flags = (grid.rows(start, stop) < rule.value) & _known(grid.answered, start, stop)
        return out

    return [Barrier(rule.code or "at_least", rows, rule.criterion)]


KINDS: dict[str, Callable[[Rule, People, Mapping[str, Grid]], list[Barrier]]] = {
    "self": _self,
    "avoid": _avoid,
    "must": _compared,
    "must_differ": _compared,
    "must_share": _must_share,
    "at_least": _at_least,
    "slot": _slot,
    "place": _place,
}
