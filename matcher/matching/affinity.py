"""How well each offer meets each need: a weighted sum of criteria, row by row."""

from collections.abc import Iterator, Sequence
from copy import copy

import numpy as np

from matcher.matching.barriers import Barrier, raise_barriers
from matcher.matching.blocks import BLOCK
from matcher.matching.criteria import prepare
from matcher.matching.criteria.grid import People, Rows
from matcher.matching.result import Contribution
from matcher.matching.settings import Settings


class Affinity:
    """The affinities of all pairs, never held all at once.

    `rows(start, stop)` gives (stop - start, offers) in [0, 1], NaN where a rule forbids the pair.
    `excused`: pairs that no rule removes.
    """

    def __init__(
        self, people: People, settings: Settings, excused: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.excused = sorted(excused)
        self.shape = len(people.needs), len(people.offers)
        self.criteria = [each for each in settings.criteria if each.worth > 0]
        worth = sum(each.worth for each in self.criteria)
        self.weights = [each.worth / worth for each in self.criteria]
        asked = {rule.criterion for rule in settings.rules}
        self.grids = {
            each.name: prepare(each, people)
            for each in settings.criteria
            if each.worth > 0 or each.name in asked
        }
        self.barriers: list[Barrier] = raise_barriers(settings.rules, people, self.grids)
        self._kept: Rows | None = None

    def excusing(self, *pairs: tuple[int, int]) -> "Affinity":
        """Return the same for a world in which no rule removes these pairs either."""
        other = copy(self)
        other.excused = sorted({*self.excused, *pairs})
        other._kept = None  # noqa: SLF001  # a copy of ourselves
        return other

    def rows(self, start: int, stop: int) -> Rows:
        if self._kept is not None:
            return self._kept[start:stop]
        total = np.zeros((stop - start, self.shape[1]))
        for criterion, weight in zip(self.criteria, self.weights, strict=True):
            total += self.grids[criterion.name].rows(start, stop) * weight
        before = [(n - start, m) for n, m in self.excused if start <= n < stop]
        kept = [total[pair] for pair in before]
        for barrier in self.barriers:
            total[barrier.rows(start, stop)] = np.nan
        for pair, value in zip(before, kept, strict=True):
            total[pair] = value
        return total

    def contributions(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[Contribution, ...]]:
        """Say what each criterion adds to each pair. Added in this order they give the affinity."""
        found: list[tuple[Contribution, ...]] = [()] * len(pairs)
        for start, members in _by_block(pairs):
            stop = min(start + BLOCK, self.shape[0])
            blocks = [self.grids[each.name].rows(start, stop) for each in self.criteria]
            for number in members:
                need, offer = pairs[number]
                values = [float(block[need - start, offer]) for block in blocks]
                found[number] = self._shares(need, offer, values)
        return found

    def _shares(self, need: int, offer: int, values: Sequence[float]) -> tuple[Contribution, ...]:
        return tuple(
            Contribution(
                criterion=each.name,
                share=value * weight,
                value=value,
                weight=weight,
                note="" if self._answered(each.name, need, offer) else "not_answered",
            )
            for each, value, weight in zip(self.criteria, values, self.weights, strict=True)
        )

    def _answered(self, name: str, need: int, offer: int) -> bool:
        needs, offers = self.grids[name].answered
        return bool(needs[need] and offers[offer])

    def dense(self) -> Rows:
        """Return all rows at once, for programmes that fit in memory; they are then kept."""
        if self._kept is None:
            self._kept = np.vstack([np.zeros((0, self.shape[1])), *self.blocks()])
            self._kept.flags.writeable = False
        return self._kept

    def blocks(self) -> Iterator[Rows]:
        for start in range(0, self.shape[0], BLOCK):
            yield self.rows(start, min(start + BLOCK, self.shape[0]))


def _by_block(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    groups: dict[int, list[int]] = {}
    for number, (need, _offer) in enumerate(pairs):
        groups.setdefault(need // BLOCK * BLOCK, []).append(number)
    yield from groups.items()
