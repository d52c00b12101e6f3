"""Small questions of one offer per need, answered at once by a solver of dense matrices.

Up to some millions of pairs it is quicker than a flow, unless nearly everyone wants the same few.
Source: scipy's linear_sum_assignment (Crouse, On implementing 2D rectangular assignment
algorithms, 2016). Its answer is proven like any other.
"""

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.grid import Values, Whole
from matcher.matching.assign.question import Aim, Edges, Ints, Question

Floats = NDArray[np.float64]
# Needs by places, up to which it pays; and the part of the needs that may be one too many for
# their best offer. Measured; see docs/benchmarks.md.
MOST, FEW, CROWDED = 12_000_000, 400_000, 0.75


def best_at_once(grid: Values, question: Question, aim: Aim, seed: int) -> Edges | None:
    """Return the best pairs, or None when the question is of another sort, or too large."""
    size = len(question.demand) * int(question.places.sum())
    is_plain = question.demand.max(initial=0) <= 1 and not question.minimum.any()
    if not (is_plain and 0 < size <= MOST) or aim.use:
        return None
    values = np.concatenate([grid.block(start) for start in grid.starts()])
    if size > FEW and _excess(values, question) > CROWDED:
        return None
    return _assigned(values, question, _worth(values, grid, question, aim), seed)


def _excess(values: Whole, question: Question) -> float:
    """The part of the needs for whom there is no place at the offer they are best with."""
    wanted = np.bincount(values.argmax(axis=1), minlength=values.shape[1])
    return float(np.maximum(wanted - question.places, 0).sum() / len(values))


def _worth(values: Whole, grid: Values, question: Question, aim: Aim) -> Floats:
    """Return what each pair adds, as whole floats; nothing where it is not permissible."""
    worth = values.astype(np.float64)
    worth += np.where(question.uncovered, float(aim.cover * aim.step), 0.0)[:, None]
    out = values == grid.scale.never
    out[question.demand == 0] = True
    if out.any():
        worth[out] = 0
    return worth


def _assigned(values: Whole, question: Question, worth: Floats, seed: int) -> Edges:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # slow to load

    place = np.repeat(np.arange(values.shape[1]), question.places)
    place = np.random.default_rng(seed).permutation(place)  # ties fall as the seed decides
    np.negative(worth, out=worth)
    costs = np.take(worth, place, axis=1)
    need, column = linear_sum_assignment(costs)
    offer = place[column]
    made = costs[need, column] < 0
    value: Ints = values[need, offer].astype(np.int64)
    return Edges.of(need[made], offer[made], value[made], values.shape[1])
