"""The proof: one scan of all permissible pairs bounds what any arrangement could reach.

For any prices p the bound is the sum over offers of what their places are worth at p, plus, for
every need, its best pairs at these prices. Where no unused pair beats what its need has, the bound
equals the total: nothing is better. Source: weak duality of the assignment linear programme
(Schrijver, Combinatorial Optimization (2003), chapter 21).
"""

from dataclasses import dataclass

import numpy as np

from matcher.matching.assign.candidates import highest
from matcher.matching.assign.grid import Values, Whole
from matcher.matching.assign.prices import Prices
from matcher.matching.assign.question import Aim, Edges, Ints, Question

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


@dataclass(frozen=True, slots=True)
class Certificate:
    """An upper bound on the value of any arrangement, and the pairs that still could raise it."""

    bound: int
    better: Edges

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
        values = self.grid.block(start)
        needs = np.arange(start, start + len(values))
        asking = self._asking(values, needs)
        return self._better(values[asking], needs[asking])

    def _asking(self, values: Whole, needs: Ints) -> Ints:
        """Find the rows in which an unused pair beats the threshold, a level at a time."""
        thresholds = Levels.of(-self.prices.need[needs], self.aim)
        prices = Levels.of(self.prices.offer, self.aim)
        used = self._used(needs)
        open_ = self.question.demand[needs] > 0
        rests = np.concatenate([prices.rest, thresholds.rest[open_]])
        if np.abs(rests).max() > self._widest(values):
            raise OverflowError("prices need wider integers")
        found = np.zeros(len(needs), np.bool_)
        for level in np.unique(thresholds.level[open_]).tolist():
            rows = np.flatnonzero(open_ & (thresholds.level == level))
            shown = values[rows] - self._seen_from(level, prices, values)
            place = np.full(len(needs), -1)
            place[rows] = np.arange(len(rows))
            mine = place[used.need - needs[0]] >= 0
            shown[place[used.need[mine] - needs[0]], used.offer[mine]] = self.grid.scale.never
            found[rows] = shown.max(axis=1) > thresholds.rest[rows]
        return np.flatnonzero(found)

    def _seen_from(self, level: int, prices: Levels, values: Whole) -> Whole:
        """Prices as a need of this level meets them: too dear, comparable, or for the taking."""
        widest = self._widest(values)
        seen = np.select(
            [prices.level < -level, prices.level > -level], [-2 * widest, 2 * widest], prices.rest
        )
        cast: Whole = seen.astype(values.dtype)
        return cast

    @staticmethod
    def _widest(values: Whole) -> int:
        return WIDEST if values.dtype == np.int32 else 1 << 59

    def _used(self, needs: Ints) -> Edges:
        first, last = np.searchsorted(self.edges.need, [needs[0], needs[-1] + 1])
        return self.edges.part(int(first), int(last))

    def _better(self, values: Whole, needs: Ints) -> Found:
        """List the best unused pairs of these rows and what each row can reach."""
        if not len(needs):
            empty = np.zeros(0, np.int64)
            return Found(empty, empty, empty, empty, empty)
        wide = values.astype(np.int64)
        shown = np.where(wide == self.grid.scale.never, NEVER, wide - self.prices.offer)
        worth = self._reach(shown, needs)
        used = self._used(np.arange(needs[0], needs[-1] + 1))
        mine = np.isin(used.need, needs)
        shown[np.searchsorted(needs, used.need[mine]), used.offer[mine]] = NEVER
        rows, offers = np.divmod(highest(shown, self.most, NEVER), shown.shape[1])
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


def certify(scan: Scan, found: list[Found]) -> Certificate:
    """Add up what the blocks found to a bound on every arrangement."""
    reach = need_worth(scan)
    for each in found:
        reach[each.rows] = each.worth
    pairs = [Edges(each.need, each.offer, each.value) for each in found]
    better = Edges.none().joined(*pairs, offers=scan.grid.shape[1])
    return Certificate(_sum(reach) + _sum(place_worth(scan)), better)


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
