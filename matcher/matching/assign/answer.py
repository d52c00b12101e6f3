"""The arrangement that was found, with what proves it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.grid import Values
from matcher.matching.assign.prices import Prices
from matcher.matching.assign.question import Aim, Edges, Ints, Question
from matcher.matching.assign.scanning import Levels
from matcher.matching.assign.solve import Settled


@dataclass(frozen=True, slots=True)
class Proof:
    """What explanations work with: the solver's own question, values and prices."""

    values: Values
    question: Question
    aim: Aim
    prices: Prices
    edges: Edges  # the pairs used that were free to choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who goes with whom, and the proof that nothing better exists.

    pairs: (k, 2) integers, need and offer, sorted; affinities: (k,), as they were given.
    total: their sum. bound: no permissible arrangement with the same counts (see below) exceeds
    it. gap: (bound - total) / total, 0 when total is 0. Both hold to within half an integer step
    per pair, see `steps`: at most 1e-6 of affinity.
    covered: needs with at least one pair; used: offers with at least one pair.
    prices: (offers,) what one more place would change about the total; negative is what a minimum
    load costs. more_covered: (offers,) how many more needs one more place would cover.
    threshold: in a fair arrangement the affinity that no free pair falls below, else None.
    seconds: by phase. passes: how often the flow was solved. steps: integers per unit of affinity.
    """

    pairs: NDArray[np.int64]
    affinities: NDArray[np.float64]
    total: float
    bound: float
    gap: float
    prices: NDArray[np.float64]
    more_covered: NDArray[np.int64]
    covered: int
    used: int
    objective: str
    seed: int
    threshold: float | None
    seconds: Mapping[str, float]
    passes: int
    candidates: int
    steps: float
    proof: Proof

    @property
    def is_proven(self) -> bool:
        """Whether nothing better exists, to within the rounding of `steps`."""
        return self.gap == 0.0


def closed_prices(proof: Proof) -> Ints:
    """Return all prices, with what a first place would be worth where there are none."""
    offer = proof.prices.offer.copy()
    closed = np.flatnonzero(proof.question.places == 0)
    if not len(closed):
        return offer
    lone = proof.question.unused[closed]
    worth = np.where(lone, -proof.aim.use * proof.aim.step, 0)
    for start in proof.values.starts():
        block = proof.values.block(start)[:, closed].astype(np.int64)
        need = proof.prices.need[start : start + len(block)]
        shown = np.where(block == proof.values.scale.never, -(1 << 61), block + need[:, None])
        worth = np.maximum(worth, shown.max(axis=0))
    offer[closed] = worth
    return offer


def shown_prices(proof: Proof, settled: Settled) -> tuple[NDArray[np.float64], Ints]:
    """Return prices in affinity, and apart from them how many needs a place would cover."""
    offer = closed_prices(proof)
    offer[offer < proof.aim.unreached // 2] = 0
    levels = Levels.of(offer, proof.aim)
    cover = max(settled.aim.cover, 1)
    covered = (levels.level + cover // 2) // cover if settled.aim.cover else levels.level * 0
    return levels.rest / proof.values.scale.parts, covered
