"""The pairs to begin with: each need's best permissible offers."""

from dataclasses import dataclass

import numpy as np

from matcher.matching.assign.grid import Values, Whole
from matcher.matching.assign.question import Edges, Flags, Ints, Question

# Groups of columns for each pair that is wanted, how many times as many are too many, and a prime.
GROUPS, CROWD, ODD = 2, 4, 7919


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
        shown = self._shown(values[open_])
        picked = highest(shown, self.most, self.grid.scale.never)
        rows, offers = open_[picked // shown.shape[1]], picked % shown.shape[1]
        found = values[rows, offers].astype(np.int64)
        kept = (found != self.grid.scale.never) & (self.question.places[offers] > 0)
        return Edges(rows[kept] + start, offers[kept], found[kept])

    def _shown(self, values: Whole) -> Whole:
        """Values less prices; nothing is worth less than a pair that is not permissible."""
        dear = np.minimum(self.price, -self.grid.scale.never // 2).astype(values.dtype)
        return values - dear


def highest(shown: Whole, most: int, never: int) -> Ints:
    """Return flat indices of about the `most` highest of each row, ties spread evenly.

    The least of the `most` highest maxima over groups of columns is a threshold that at least
    `most` columns reach; finding it takes one look at each number, sorting them takes many.
    """
    rows, columns = shown.shape
    groups = GROUPS * most
    if not rows or columns <= groups:
        return _partitioned(shown, np.arange(rows), most)
    each = columns // groups * groups
    tops = shown[:, :each].reshape(rows, -1, groups).max(axis=1)
    threshold = np.maximum(np.partition(tops, -most, axis=1)[:, -most], never // 4)
    picked = np.flatnonzero(shown >= threshold[:, None])
    row = picked // columns
    tied = shown.ravel()[picked] == threshold[row]
    picked = picked[~tied | _spread(row, tied, most, rows)]
    counts = np.bincount(picked // columns, minlength=rows)
    crowded = counts > CROWD * most
    again = _partitioned(shown, np.flatnonzero(crowded), most)
    return np.sort(np.concatenate([picked[~crowded[picked // columns]], again]))


def _spread(row: Ints, tied: Flags, most: int, rows: int) -> Flags:
    """Keep about `most` of the tied ones in each row, others in each."""
    ties = np.bincount(row[tied], minlength=rows)
    number = np.cumsum(tied) - 1 - (np.cumsum(ties) - ties)[row]
    kept: Flags = (number * most + row * ODD) % np.maximum(ties, 1)[row] < most
    return kept & tied


def _partitioned(shown: Whole, rows: Ints, most: int) -> Ints:
    columns = shown.shape[1]
    most = min(most, columns)
    best = np.argpartition(shown[rows], -most, axis=1)[:, -most:]
    flat: Ints = np.sort((rows[:, None] * columns + best).ravel())
    return flat


def gather(picked: list[Edges], offers: int) -> Edges:
    """Put the pairs picked from all blocks together."""
    return Edges.none().joined(*picked, offers=offers)
