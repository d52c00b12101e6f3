"""The proof: one scan of all permissible pairs bounds what any arrangement could reach.

For any prices p the bound is the sum over offers of what their places are worth at p, plus, for
every need, its best pairs at these prices. Where no unused pair beats what its need has, the bound
equals the total: nothing is better. Source: weak duality of the assignment linear programme
(Schrijver, Combinatorial Optimization (2003), chapter 21).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.candidates import highest
from matcher.matching.assign.grid import Piece, Values, Whole
from matcher.matching.assign.prices import Prices
from matcher.matching.assign.question import Aim, Edges, Ints, Question
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
class Certificate:
    """An upper bound on the value of any arrangement, and the pairs that still could raise it."""

    bound: int
    better: Edges
    given: NDArray[Any] | None = None  # the affinities of all pairs used, where they were at hand

    @property
    def is_proof(self) -> bool:
        return len(self.better) == 0


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
        seen = Seen(self, start)
        return strung([self._piece(each, seen) for each in self.grid.pieces(start)])

    def _piece(self, piece: Piece, seen: "Seen") -> Found:
        needs = np.arange(piece.first, piece.first + len(piece.values))
        used = self._used(needs)
        beaten = seen.beaten(piece, used)
        found = self._better(piece.values[beaten], needs[beaten])
        if piece.given is None:
            return found
        return replace(found, given=piece.given[used.need - piece.first, used.offer])

    def _used(self, needs: Ints) -> Edges:
        first, last = np.searchsorted(self.edges.need, [needs[0], needs[-1] + 1])
        return self.edges.part(int(first), int(last))

    def _better(self, values: Whole, needs: Ints) -> Found:
        """List the best unused pairs of these rows and what each row can reach."""
        if not len(needs):
            return Found.nothing()
        wide = values.astype(np.int64)
        shown = np.where(wide == self.grid.scale.never, NEVER, wide - self.prices.offer)
        worth = self._reach(shown, needs)
        used = self._used(np.arange(needs[0], needs[-1] + 1))
        mine = np.isin(used.need, needs)
        shown[np.searchsorted(needs, used.need[mine]), used.offer[mine]] = NEVER
        rows, offers = np.divmod(highest(shown, self.most, NEVER, int(needs[0])), shown.shape[1])
        beats = shown[rows, offers] > -self.prices.need[needs[rows]]
        rows, offers = rows[beats], offers[beats]
        return Found(needs[rows], offers, wide[rows, offers], needs, worth)

    def _reach(self, shown: Ints, needs: Ints) -> Ints:
        """The best each row can get at these prices: a first pairing, and more while they pay."""
        most = int(min(self.question.demand[needs].max(), shown.shape[1]))
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

    def beaten(self, piece: Piece, used: Edges) -> Ints:
        """Find the rows in which an unused pair beats the threshold."""
        first, last = piece.first - self._start, piece.first - self._start + len(piece.values)
        levels, open_ = self._thresholds.level[first:last], self._open[first:last]
        rest = self._thresholds.rest[first:last]
        found = np.zeros(len(piece.values), np.bool_)
        for level, prices in self._prices.items():
            rows = np.flatnonzero(open_ & (levels == level))
            if not len(rows):
                continue
            values = piece.values if len(rows) == len(found) else piece.values[rows]
            shown = values - prices
            place = np.full(len(found), -1)
            place[rows] = np.arange(len(rows))
            at = place[used.need - piece.first]
            shown[at[at >= 0], used.offer[at >= 0]] = self._never
            found[rows] = shown.max(axis=1) > rest[rows]
        return np.flatnonzero(found)


def certify(scan: Scan, found: list[Found]) -> Certificate:
    """Add up what the blocks found to a bound on every arrangement."""
    all_ = strung(found or [Found.nothing()])
    reach = need_worth(scan)
    reach[all_.rows] = all_.worth
    better = Edges.of(all_.need, all_.offer, all_.value, scan.grid.shape[1])
    return Certificate(_sum(reach) + _sum(place_worth(scan)), better, all_.given)


def need_worth(scan: Scan) -> Ints:
    """What each need has at these prices, when no unused pair beats it."""
    question, price = scan.question, scan.prices.need
    covers = np.where(question.uncovered & (question.demand > 0), scan.aim.cover * scan.aim.step, 0)
    worth = np.where(price >= 0, np.maximum(covers - price, 0), covers - price * question.demand)
    worth[question.demand == 0] = 0
    edges = scan.edges
    extra = edges.value - scan.prices.offer[edges.offer] + price[edges.need]
    np.add.at(worth, edges.need, np.maximum(extra, 0))
    return worth


def place_worth(scan: Scan) -> Ints:
    """What each offer's places are worth at these prices, within its minimum load and places."""
    question, price, step = scan.question, scan.prices.offer, scan.aim.step
    worth = np.where(price >= 0, question.places, question.minimum) * price
    first = question.unused & (question.minimum == 0) & (question.places > 0)
    lone = np.maximum(price + scan.aim.use * step, 0) + (question.places - 1) * np.maximum(price, 0)
    return np.where(first, lone, worth)


def _sum(worths: Ints) -> int:
    """Add without overflow: high and low halves apart."""
    return (int((worths >> 31).sum()) << 31) + int((worths & ((1 << 31) - 1)).sum())
