"""The pairs to begin with: each need's best permissible offers."""

from dataclasses import dataclass

import numpy as np

from matcher.matching.assign.grid import Values
from matcher.matching.assign.question import Edges, Ints, Question


@dataclass(frozen=True, slots=True)
class Picking:
    """Everything a worker needs to pick candidates from some rows."""

    grid: Values
    question: Question
    price: Ints  # (offers,): what a place is expected to cost
    most: int

    def block(self, start: int) -> Edges:
        """Pick from one block of rows the pairs of highest value less price."""
        values = self.grid.block(start)
        open_ = np.flatnonzero(self.question.demand[start : start + len(values)] > 0)
        shown = values[open_] - self.price.astype(values.dtype)
        most = min(self.most, shown.shape[1])
        best = np.argpartition(shown, -most, axis=1)[:, -most:]
        rows, offers = np.repeat(open_, most), best.ravel()
        found = values[rows, offers].astype(np.int64)
        kept = (found != self.grid.scale.never) & (self.question.places[offers] > 0)
        return Edges.of(rows[kept] + start, offers[kept], found[kept], shown.shape[1])


def gather(picked: list[Edges], offers: int) -> Edges:
    """Put the pairs picked from all blocks together."""
    return Edges.none().joined(*picked, offers=offers)
