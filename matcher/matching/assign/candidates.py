"""The pairs to begin with: each need's best permissible offers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.matching.assign.grid import Piece, Values, Whole
from matcher.matching.assign.question import Edges, Flags, Ints, Question
from matcher.matching.assign.thin import Thin, thin_block

# Groups of columns for each pair that is wanted, how many times as many are too many, and a prime.
GROUPS, CROWD, ODD = 2, 4, 7919
WIDE = 1024


@dataclass(frozen=True, slots=True)
class Picking:
    """Everything a worker needs to pick candidates from some rows."""

    grid: Values
    question: Question
    price: Ints  # (offers,): what a place is expected to cost
    most: int

    def block(self, start: int) -> Edges:
        """Pick from one block of rows the pairs of highest value less price."""
        dear = np.minimum(self.price, -self.grid.scale.never // 2).astype(self.grid.scale.kind)
        thin = thin_block(self.grid, start)
        if thin is not None:
            return self._thinly(thin, dear)
        pieces = self.grid.pieces(start)
        return strung([self._picked(each.values, _numbers(each), dear) for each in pieces])

    def _picked(self, values: Whole, needs: Ints, dear: Whole) -> Edges:
        """Nothing is worth less than a pair that is not permissible."""
        open_ = self.question.demand[needs] > 0
        rows = np.flatnonzero(open_)
        shown = (values if open_.all() else values[rows]) - dear
        picked = highest(shown, self.most, self.grid.scale.never, int(needs[0]))
        row, offers = rows[picked // shown.shape[1]], picked % shown.shape[1]
        return self._permissible(needs[row], offers, values[row, offers])

    def _permissible(self, needs: Ints, offers: Ints, values: Whole) -> Edges:
        kept = (values != self.grid.scale.never) & (self.question.places[offers] > 0)
        return Edges(needs[kept], offers[kept].astype(np.int64), values[kept].astype(np.int64))

    def _thinly(self, thin: Thin, dear: Whole) -> Edges:
        """Pick from the pairs that are worth anything; look in full where they are too few."""
        shown, least = thin.value - dear[thin.offer], -int(dear.min())
        picked, counts, full = [], np.zeros(thin.rows, np.int64), []
        for row, (first, last) in enumerate(thin.ranges()):
            if last - first < self.most:
                full.append(row)
                continue
            best = np.argpartition(shown[first:last], -self.most)[-self.most :] + first
            if shown[best].min() < least:
                full.append(row)
                continue
            picked.append(best)
            counts[row] = self.most
        at = np.concatenate([np.zeros(0, np.int64), *picked])
        needs = np.repeat(np.arange(thin.rows), counts) + thin.first
        open_ = self.question.demand[needs] > 0
        at, needs = at[open_], needs[open_]
        some = [self._picked(*each, dear) for each in thin.whole(np.array(full, np.int64))]
        return strung([self._permissible(needs, thin.offer[at], thin.value[at]), *some])


def _numbers(piece: Piece) -> Ints:
    return np.arange(piece.first, piece.first + len(piece.values))


def strung(picked: Sequence[Edges]) -> Edges:
    """Put together the edges of one piece after another, which need no order."""
    return Edges(
        np.concatenate([each.need for each in picked]),
        np.concatenate([each.offer for each in picked]),
        np.concatenate([each.value for each in picked]),
    )


def highest(shown: Whole, most: int, never: int, first: int = 0) -> Ints:
    """Return flat indices of about the `most` highest of each row, ties spread evenly.

    `first` is the number of the first row among all, so that ties are spread over all of them.

    The least of the `most` highest maxima over groups of columns is a threshold that at least
    `most` columns reach; finding it takes one look at each number, sorting them takes many.
    """
    rows, columns = shown.shape
    groups = GROUPS * most
    if not rows or columns <= groups:
        return _partitioned(shown, np.arange(rows), most)
    # Wide strips first, which a processor reads many numbers at a time; then strips into groups.
    strip = groups * max(min(WIDE, columns) // groups, 1)
    tops = shown[:, : columns // strip * strip].reshape(rows, -1, strip).max(axis=1)
    tops = tops.reshape(rows, -1, groups).max(axis=1)
    threshold = np.maximum(np.partition(tops, -most, axis=1)[:, -most], never // 4)
    picked = np.flatnonzero(shown >= threshold[:, None])
    row = picked // columns
    tied = shown.ravel()[picked] == threshold[row]
    picked = picked[~tied | _spread(row, tied, most, first)]
    counts = np.bincount(picked // columns, minlength=rows)
    crowded = counts > CROWD * most
    again = _partitioned(shown, np.flatnonzero(crowded), most)
    return np.sort(np.concatenate([picked[~crowded[picked // columns]], again]))


def _spread(row: Ints, tied: Flags, most: int, first: int) -> Flags:
    """Keep about `most` of the tied ones in each row, others in each."""
    ties = np.bincount(row[tied], minlength=int(row.max(initial=-1)) + 1)
    number = np.cumsum(tied) - 1 - (np.cumsum(ties) - ties)[row]
    kept: Flags = (number * most + (row + first) * ODD) % np.maximum(ties, 1)[row] < most
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
