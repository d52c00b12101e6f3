"""What places can be expected to cost, told by a smaller programme of some of the same people.

With good prices the first candidates are nearly the right ones, and few passes are needed. Nothing
depends on them: the proof looks at all pairs. The smaller programme is solved exactly; a place that
was left out of it is worth the most that any need of it would give: max(value - what it has).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from matcher.matching.assign.grid import Piece, Scale, Values, Whole, cut
from matcher.matching.assign.question import Ints, Question
from matcher.matching.blocks import BLOCK

# Below so many needs or offers it does not pay.
SMALLEST = 400
PART = 4
MOST_PAIRS = 16_000_000


@dataclass(frozen=True, slots=True)
class Sample:
    """The values of some rows with some offers, in memory."""

    values: Whole
    scale: Scale

    @property
    def shape(self) -> tuple[int, int]:
        return self.values.shape[0], self.values.shape[1]

    def starts(self) -> range:
        return range(0, self.shape[0], BLOCK)

    def block(self, start: int) -> Whole:
        return self.values[start : start + BLOCK]

    def pieces(self, start: int) -> Iterator[Piece]:
        return cut(self.block(start), start)

    def wide(self) -> "Sample":
        """Return the same values in 64 bits."""
        wider = replace(self.scale, small=False)
        never = self.values == self.scale.never
        return Sample(np.where(never, wider.never, self.values.astype(np.int64)), wider)

    def whole(self) -> "Sample":
        return self


@dataclass(frozen=True, slots=True)
class Sampling:
    """Which blocks of rows and which offers make up the smaller programme."""

    grid: Values
    starts: tuple[int, ...]
    offers: Ints

    @classmethod
    def of(cls, grid: Values, rng: np.random.Generator) -> "Sampling":
        needs, offers = grid.shape
        part = max(PART, int(np.ceil(np.sqrt(needs * offers / MOST_PAIRS))))
        starts = rng.permutation(np.array(grid.starts()))[: max(len(grid.starts()) // part, 1)]
        chosen = len(starts) * BLOCK * offers // needs
        some = rng.permutation(offers)[: max(chosen, 1)]
        return cls(grid, tuple(np.sort(starts).tolist()), np.sort(some))

    def sample(self, start: int) -> Whole:
        return self.grid.block(start)[:, self.offers]

    def needs(self) -> Ints:
        ends = [min(start + BLOCK, self.grid.shape[0]) for start in self.starts]
        each = [np.arange(start, end) for start, end in zip(self.starts, ends, strict=True)]
        return np.concatenate(each)

    def question(self, whole: Question) -> Question:
        """Ask the same about these people, without minimum loads."""
        needs = self.needs()
        return Question(
            demand=whole.demand[needs],
            places=whole.places[self.offers],
            minimum=np.zeros(len(self.offers), np.int64),
            uncovered=whole.uncovered[needs],
            unused=whole.unused[self.offers],
            barred=np.zeros(0, np.int64),
        )

    def worth(self, start: int, has: Ints) -> Ints:
        """What these rows would give for each offer, above what each of them `has`."""
        highest = np.zeros(self.grid.shape[1], np.int64)
        for piece in self.grid.pieces(start):
            mine = has[piece.first - start : piece.first - start + len(piece.values)]
            never = piece.values == self.grid.scale.never
            shown = np.where(never, 0, piece.values + mine[:, None])
            np.maximum(highest, shown.max(axis=0), out=highest)
        return highest
