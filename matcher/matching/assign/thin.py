"""Blocks in which most pairs are worth nothing, as short texts make them: only the rest is read.

A pair that is worth nothing can pay only where a place costs less than what the need has; prices
tell this of a whole row at once, and such a row is looked at in full.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign.grid import Grid, Scale, Values, Whole, cuts
from matcher.matching.assign.question import Edges, Ints
from matcher.matching.blocks import BLOCK


@dataclass(frozen=True, slots=True)
class Thin:
    """The pairs of the needs from `first` on that are worth anything, row by row."""

    first: int
    given: Any  # (rows, offers) affinities, a sparse matrix in rows; scipy tells no types
    value: Whole  # (pairs,): the same as integers
    scale: Scale

    @property
    def rows(self) -> int:
        return int(self.given.shape[0])

    @property
    def offer(self) -> NDArray[np.integer]:
        found: NDArray[np.integer] = self.given.indices
        return found

    def highest(self, shown: Whole) -> Whole:
        """Return the highest of each row, `never` where a row has no pair."""
        ends = self.given.indptr
        filled = np.flatnonzero(np.diff(ends))
        top = np.full(self.rows, self.scale.never, shown.dtype)
        if len(filled):
            top[filled] = np.maximum.reduceat(shown, ends[filled])
        return top

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Yield where the pairs of each row begin and end."""
        ends = self.given.indptr.tolist()
        yield from pairwise(ends)

    def pairs_of(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return where the pairs of these rows are, and the row of each."""
        ends = self.given.indptr.astype(np.int64)
        counts = ends[rows + 1] - ends[rows]
        before = np.cumsum(counts) - counts
        at: Ints = np.arange(counts.sum()) + np.repeat(ends[rows] - before, counts)
        return at, np.repeat(rows, counts)

    def whole(self, rows: Ints) -> Iterator[tuple[Whole, Ints]]:
        """Yield the values of all pairs of these rows, a few rows at a time, and their needs."""
        for first, last in cuts(len(rows), self.given.shape[1]):
            some = rows[first:last]
            yield self.scale.whole(self.given[some].toarray()), some + self.first

    def affinities(self, edges: Edges) -> NDArray[Any]:
        """Return the affinities of these pairs."""
        found = np.asarray(self.given[edges.need - self.first, edges.offer])
        return found.reshape(len(edges))


def thin_block(grid: Values, start: int) -> Thin | None:
    """Return a block of such a grid; None where it has to be looked at in full."""
    if not isinstance(grid, Grid) or not grid.thin:
        return None
    found: Any = grid.blocks.nonzero(start, min(start + BLOCK, grid.shape[0]))  # type: ignore[attr-defined]  # a thin grid's blocks tell
    lowest, highest = found.data.min(initial=0), found.data.max(initial=0)
    # What makes no sense, NaN too, is refused with its place where the block is looked at in full.
    if not (lowest >= 0 and highest * grid.scale.parts < -grid.scale.never / 4):
        return None
    return Thin(start, found, grid.scale.whole(found.data), grid.scale)
