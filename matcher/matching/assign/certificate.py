"""The proof: one scan of all permissible pairs bounds what any arrangement could reach.

For any prices p the bound is the sum over offers of what their places are worth at p, plus, for
every need, its best pairs at these prices. Where no unused pair beats what its need has, the bound
equals the total: nothing is better. Source: weak duality of the assignment linear programme
(Schrijver, Combinatorial Optimization (2003), chapter 21).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.question import Edges, Ints
from matcher.matching.assign.scanning import Found, Scan, strung


@dataclass(frozen=True, slots=True)
class Certificate:
    """An upper bound on the value of any arrangement, and the pairs that still could raise it."""

    bound: int
    better: Edges
    given: NDArray[Any] | None = None  # the affinities of all pairs used, where they were at hand

    @property
    def is_proof(self) -> bool:
        return len(self.better) == 0


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
