"""One look through some rows: which unused pairs beat what their need has, at given prices."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.candidates import highest
from matcher.matching.assign.grid import Piece, Values, Whole
from matcher.matching.assign.prices import Prices
from matcher.matching.assign.question import Aim, Edges, Flags, Ints, Question
from matcher.matching.assign.thin import Thin, thin_block
from matcher.matching.blocks import BLOCK

WIDEST = 1 << 28
NEVER = -(1 << 61)


@dataclass(frozen=True, slots=True)
class Levels:
    """A potential taken apart: whole levels (multiples of the step) and the rest."""

    level: Ints
    rest: Ints

    @classmethod
    def of(cls, potential: Ints, aim: Aim) -> "Levels":
        if aim.near:
            return cls(np.zeros_like(potential), potential)
        level = (potential + aim.step // 2) // aim.step
        return cls(level, potential - level * aim.step)


@dataclass(frozen=True, slots=True)
class Found:
    """What the scan of some rows says: pairs that beat what their need has."""

    need: Ints
    offer: Ints
    value: Ints
    rows: Ints  # the needs they belong to, each once
    worth: Ints  # (rows,): what such a need can reach at these prices
    given: NDArray[Any] | None = None  # the affinities of the pairs used in these rows

    @classmethod
    def nothing(cls) -> "Found":
        empty = np.zeros(0, np.int64)
        return cls(empty, empty, empty, empty, empty)


def strung(found: Sequence[Found]) -> Found:
    """Put together what was found in one piece after another."""
    given = [each.given for each in found if each.given is not None]
    return Found(
        need=np.concatenate([each.need for each in found]),
        offer=np.concatenate([each.offer for each in found]),
        value=np.concatenate([each.value for each in found]),
        rows=np.concatenate([each.rows for each in found]),
        worth=np.concatenate([each.worth for each in found]),
        given=np.concatenate(given) if len(given) == len(found) else None,
    )


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything a worker needs to look through some rows."""

    grid: Values
    question: Question
    aim: Aim
    prices: Prices
    edges: Edges  # the used ones only
    most: int = 8  # pairs to bring back per need

    def block(self, start: int) -> Found:
        """Look through one block of rows."""
        seen, thin = Seen(self, start), thin_block(self.grid, start)
        if thin is None:
            return strung([self._piece(each, seen) for each in self.grid.pieces(start)])
        rows, few = seen.suspects(thin)
        full = rows[few | (self.question.demand[rows + start] > 1)]
        alone = rows[~np.isin(rows, full)]
        found = [self.looked(values, needs, seen) for values, needs in thin.whole(full)]
        used = self.used(np.arange(start, start + thin.rows))
        all_ = strung([self._better_alone(thin, alone, used), *found])
        return replace(all_, given=thin.affinities(used))

    def _better_alone(self, thin: Thin, rows: Ints, used: Edges) -> Found:
        """Do the same as `_better` for rows in which only pairs worth anything can beat."""
        at, row = thin.pairs_of(rows)
        offers = thin.offer[at].astype(np.int64)
        shown = thin.value[at] - self.prices.offer[offers]
        needs = row + thin.first
        has = np.full(thin.rows, -1)
        has[used.need - thin.first] = used.offer
        beats = (shown > -self.prices.need[needs]) & (offers != has[row])
        beaten, firsts = np.unique(row[beats], return_index=True)
        order = np.lexsort((-shown[beats], row[beats]))
        rank = np.arange(len(order)) - firsts[np.searchsorted(beaten, row[beats][order])]
        best = np.flatnonzero(beats)[order[rank < 2 * self.most]]
        top = np.full(thin.rows, NEVER)
        np.maximum.at(top, row, shown)
        worth = self._reach(top[beaten, None], beaten + thin.first)
        value = thin.value[at[best]].astype(np.int64)
        return Found(needs[best], offers[best], value, beaten + thin.first, worth)

    def _piece(self, piece: Piece, seen: "Seen") -> Found:
        needs = np.arange(piece.first, piece.first + len(piece.values))
        found = self.looked(piece.values, needs, seen)
        if piece.given is None:
            return found
        used = self.used(needs)
        return replace(found, given=piece.given[used.need - piece.first, used.offer])

    def looked(self, values: Whole, needs: Ints, seen: "Seen") -> Found:
        """Look through the values of these needs, which ascend."""
        beaten = seen.beaten(values, needs, self.used(needs))
        return self._better(values[beaten], needs[beaten])

    def used(self, needs: Ints) -> Edges:
        """Return the pairs used among these needs, which ascend."""
        first, last = np.searchsorted(self.edges.need, [needs[0], needs[-1] + 1])
        between = self.edges.part(int(first), int(last))
        whole = needs[-1] - needs[0] == len(needs) - 1
        return between if whole else between.where(np.isin(between.need, needs))

    def _better(self, values: Whole, needs: Ints) -> Found:
        """List the best unused pairs of these rows and what each row can reach."""
        if not len(needs):
            return Found.nothing()
        wide = values.astype(np.int64)
        shown = np.where(wide == self.grid.scale.never, NEVER, wide - self.prices.offer)
        worth = self._reach(shown, needs)
        used = self.used(needs)
        shown[np.searchsorted(needs, used.need), used.offer] = NEVER
        rows, offers = np.divmod(highest(shown, self.most, NEVER, int(needs[0])), shown.shape[1])
        beats = shown[rows, offers] > -self.prices.need[needs[rows]]
        rows, offers = rows[beats], offers[beats]
        return Found(needs[rows], offers, wide[rows, offers], needs, worth)

    def _reach(self, shown: Ints, needs: Ints) -> Ints:
        """The best each row can get at these prices: a first pairing, and more while they pay."""
        most = int(min(self.question.demand[needs].max(initial=1), shown.shape[1]))
        if most == 1:
            top = shown.max(axis=1, keepdims=True)
        else:
            top = -np.sort(-np.partition(shown, -most, axis=1)[:, -most:], axis=1)
        covers = np.where(self.question.uncovered[needs], self.aim.cover * self.aim.step, 0)
        top[:, 0] += covers
        allowed = np.arange(most) < self.question.demand[needs][:, None]
        reach: Ints = np.where(allowed, np.maximum(top, 0), 0).sum(axis=1)
        return reach


class Seen:
    """Prices as the needs of one block meet them, a level at a time."""

    def __init__(self, scan: Scan, start: int) -> None:
        stop = min(start + BLOCK, len(scan.question.demand))
        self._never, self._start = scan.grid.scale.never, start
        self._widest = WIDEST if scan.grid.scale.small else 1 << 59
        self._open = scan.question.demand[start:stop] > 0
        self._thresholds = Levels.of(-scan.prices.need[start:stop], scan.aim)
        prices = Levels.of(scan.prices.offer, scan.aim)
        rests = np.concatenate([prices.rest, self._thresholds.rest[self._open]])
        if np.abs(rests).max(initial=0) > self._widest:
            raise OverflowError("prices need wider integers")
        kind = scan.grid.scale.kind
        levels = np.unique(self._thresholds.level[self._open]).tolist()
        self._prices = {level: self._at(level, prices, kind) for level in levels}

    def _at(self, level: int, prices: Levels, kind: type[np.signedinteger]) -> Whole:
        """Too dear, comparable, or for the taking."""
        seen = np.select(
            [prices.level < -level, prices.level > -level],
            [-2 * self._widest, 2 * self._widest],
            prices.rest,
        )
        cast: Whole = seen.astype(kind)
        return cast

    def beaten(self, values: Whole, needs: Ints, used: Edges) -> Ints:
        """Find the rows in which an unused pair beats the threshold."""
        mine = needs - self._start
        levels, open_ = self._thresholds.level[mine], self._open[mine]
        rest = self._thresholds.rest[mine]
        found = np.zeros(len(values), np.bool_)
        for level, prices in self._prices.items():
            rows = np.flatnonzero(open_ & (levels == level))
            if not len(rows):
                continue
            shown = (values if len(rows) == len(found) else values[rows]) - prices
            place = np.full(len(found), -1)
            place[rows] = np.arange(len(rows))
            at = place[np.searchsorted(needs, used.need)]
            shown[at[at >= 0], used.offer[at >= 0]] = self._never
            found[rows] = shown.max(axis=1) > rest[rows]
        return np.flatnonzero(found)

    def suspects(self, thin: Thin) -> tuple[Ints, Flags]:
        """Find the rows in which a pair may beat the threshold, used ones included.

        And say in which of them it may be a pair that is worth nothing.
        """
        found, few = (np.zeros(len(self._open), np.bool_) for _ in range(2))
        for level, prices in self._prices.items():
            mine = self._open & (self._thresholds.level == level)
            few |= mine & (-prices.min() > self._thresholds.rest)
            highest = thin.highest(thin.value - prices[thin.offer])
            found |= mine & (highest > self._thresholds.rest)
        rows = np.flatnonzero(found | few)
        return rows, few[rows]
