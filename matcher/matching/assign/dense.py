"""Small questions of one offer per need, answered at once by a solver of dense matrices.

Up to some millions of pairs it is quicker than a flow, unless nearly everyone wants the same few.
Source: scipy's linear_sum_assignment (Crouse, On implementing 2D rectangular assignment
algorithms, 2016). Its answer is proven like any other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.grid import Values, Whole
from matcher.matching.assign.question import Aim, Edges, Ints, Question

Floats = NDArray[np.float64]
# Needs by places, up to which it pays; and the part of the needs that may be one too many for
# their best offer. Measured; see docs/benchmarks.md.
MOST, FEW, CROWDED = 12_000_000, 400_000, 0.75
ROWS = 64  # at a time


def best_at_once(grid: Values, question: Question, aim: Aim, seed: int) -> Edges | None:
    """Return the best pairs, or None when the question is of another sort, or too large."""
    size = len(question.demand) * int(question.places.sum())
    is_plain = question.demand.max(initial=0) <= 1 and not question.minimum.any()
    if not (is_plain and 0 < size <= MOST) or aim.use:
        return None
    values = np.concatenate([grid.block(start) for start in grid.starts()])
    if size > FEW and _excess(values, question) > CROWDED:
        return None
    return _assigned(values, Worth(grid.scale.never, question, aim), seed)


def _excess(values: Whole, question: Question) -> float:
    """The part of the needs for whom there is no place at the offer they are best with."""
    wanted = np.bincount(values.argmax(axis=1), minlength=values.shape[1])
    return float(np.maximum(wanted - question.places, 0).sum() / len(values))


@dataclass(frozen=True, slots=True)
class Worth:
    """What each pair adds, as whole floats; nothing where it is not permissible."""

    never: int
    question: Question
    aim: Aim

    def costs(self, values: Whole, place: Ints) -> Floats:
        """Return what every need costs at every place, a few rows at a time to stay in cache."""
        costs = np.empty((len(values), len(place)))
        for start in range(0, len(values), ROWS):
            block = slice(start, start + ROWS)
            np.take(self._of(values, block), place, axis=1, out=costs[block], mode="clip")
        return costs

    def _of(self, values: Whole, block: slice) -> Floats:
        some, question = values[block], self.question
        cover = np.where(question.uncovered[block], float(self.aim.cover * self.aim.step), 0.0)
        worth: Floats = -cover[:, None] - some
        out = some == self.never
        out[question.demand[block] == 0] = True
        worth[out] = 0
        return worth


def _assigned(values: Whole, worth: Worth, seed: int) -> Edges:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # slow to load

    place = np.repeat(np.arange(values.shape[1]), worth.question.places)
    place = np.random.default_rng(seed).permutation(place)  # ties fall as the seed decides
    costs = worth.costs(values, place)
    need, column = linear_sum_assignment(costs)
    offer = place[column]
    made = costs[need, column] < 0
    value: Ints = values[need, offer].astype(np.int64)
    return Edges.of(need[made], offer[made], value[made], values.shape[1])
