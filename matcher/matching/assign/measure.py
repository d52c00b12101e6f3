"""How an arrangement falls out for people: who has least, who would rather swap, who does most."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.answer import Assignment
from matcher.matching.assign.question import Ints
from matcher.matching.blocks import BLOCK

Numbers = NDArray[np.float64]
# The lowest tenth of the needs have less than this part of the way up.
TENTH = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Figures over needs with a pair. A need's affinity is the sum over its pairs."""

    worst: float
    tenth: float  # nine in ten have at least
    mean: float
    nash: float  # geometric mean: low when anybody has little
    used: int  # offers with at least one pair
    unused: int  # offers with places and no pair
    spread: float  # standard deviation of pairs per offer with places
    blocking: int  # pairs who would both rather have each other than what they have

    def shown(self) -> Mapping[str, float]:
        """Return the figures that coordinators read."""
        names = ("worst", "tenth", "mean", "used", "unused", "blocking")
        figures = asdict(self)
        return {name: float(figures[name]) for name in names}


def measure(assignment: Assignment) -> Measures:
    """Measure an arrangement, with one more look at all pairs for those that block it."""
    question, pairs = assignment.proof.question, assignment.pairs
    needs, offers = question.shape
    sums: Numbers = np.bincount(pairs[:, 0], weights=assignment.affinities, minlength=needs).astype(
        np.float64
    )
    had = sums[np.bincount(pairs[:, 0], minlength=needs) > 0]
    load = np.bincount(pairs[:, 1], minlength=offers)
    open_ = (question.places > 0) | (load > 0)
    return Measures(
        worst=float(had.min(initial=np.inf)) if len(had) else 0.0,
        tenth=float(np.quantile(had, TENTH)) if len(had) else 0.0,
        mean=float(had.mean()) if len(had) else 0.0,
        nash=_nash(had),
        used=int((load > 0).sum()),
        unused=int((open_ & (load == 0)).sum()),
        spread=float(load[open_].std()) if open_.any() else 0.0,
        blocking=blocking(assignment),
    )


def blocking(assignment: Assignment) -> int:
    """Count the permissible pairs who would both gain by leaving what they have for each other."""
    proof = assignment.proof
    question, edges, never = proof.question, proof.edges, proof.values.scale.never
    least_need = _least(edges.need, edges.value, question.demand)
    least_offer = _least(edges.offer, edges.value, question.places)
    found = 0
    for start in proof.values.starts():
        block = proof.values.block(start)
        mine = slice(start, start + BLOCK)
        rather = (block > least_need[mine, None]) & (block > least_offer) & (block != never)
        found += int(rather.sum())
    return found


def _least(side: Ints, value: Ints, room: Ints) -> Ints:
    """The least value each person has: below everything with room left, above it with none."""
    high = np.int64(1) << 62
    least = np.full(len(room), high)
    np.minimum.at(least, side, value)
    spare = np.bincount(side, minlength=len(room)) < room
    least[spare] = -high
    return least


def _nash(had: Numbers) -> float:
    if not len(had) or (had <= 0).any():
        return 0.0
    return float(np.exp(np.log(had).mean()))
