"""Affinities as integers, block by block: what the flow, the prices and the proof all work with."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.foundation.words import N_
from matcher.matching.assign.question import Ints
from matcher.matching.assign.refusals import AffinityRefused
from matcher.matching.blocks import BLOCK, RowBlocks

Whole = NDArray[np.signedinteger]
# Numbers looked at together: so few stay in a processor's cache, where each look costs least.
TOGETHER = 1 << 19


@dataclass(frozen=True, slots=True)
class Scale:
    """How affinities become integers: value = affinity * scale, rounded."""

    parts: float  # integers per unit of affinity
    small: bool  # whether 32 bits hold every value

    @property
    def kind(self) -> type[np.signedinteger]:
        return np.int32 if self.small else np.int64

    @property
    def never(self) -> int:
        """The value of a pair that is not permissible."""
        return -(1 << 30) if self.small else -(1 << 61)

    def whole(self, given: NDArray[Any]) -> Whole:
        """Return affinities as integers."""
        scaled = given * given.dtype.type(self.parts)
        np.rint(scaled, out=scaled)
        with np.errstate(invalid="ignore"):
            whole: Whole = scaled.astype(self.kind)
        return whole


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a block, from need number `first`; the affinities too while they are at hand."""

    first: int
    values: Whole
    given: NDArray[Any] | None = None


class Values(Protocol):
    """The integer values of all pairs, in blocks of rows; `scale.never` where not permissible."""

    @property
    def scale(self) -> Scale: ...
    @property
    def shape(self) -> tuple[int, int]: ...
    def starts(self) -> range: ...
    def block(self, start: int) -> Whole: ...
    def pieces(self, start: int) -> Iterator[Piece]: ...
    def wide(self) -> "Values": ...
    def whole(self) -> "Values": ...


def cuts(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Yield the first row of each piece, and the one after its last."""
    each = max(TOGETHER // max(columns, 1), 1)
    for first in range(0, rows, each):
        yield first, min(first + each, rows)


def cut(values: Whole, start: int) -> Iterator[Piece]:
    """Cut a block that is in memory."""
    for first, last in cuts(*values.shape):
        yield Piece(start + first, values[first:last])


@dataclass(slots=True)
class Grid:
    """The values as the affinities give them."""

    blocks: RowBlocks
    scale: Scale
    floor: float
    barred: Ints
    keep: bool = False  # whether blocks are kept once they have been computed
    thin: bool = False  # whether most pairs are worth nothing, and blocks tell which are not
    kept: dict[int, Whole] = field(default_factory=dict)

    @property
    def shape(self) -> tuple[int, int]:
        return self.blocks.shape

    def starts(self) -> range:
        return range(0, self.shape[0] if self.shape[1] else 0, BLOCK)

    def block(self, start: int) -> Whole:
        """Return rows start to start + BLOCK as (rows, offers) integers. Do not write into it."""
        found = self.kept.get(start)
        if found is None:
            found = self._computed(start)
            if self.keep:
                self.kept[start] = found
        return found

    def wide(self) -> "Grid":
        """Return the same values in 64 bits."""
        return replace(self, scale=replace(self.scale, small=False), kept={})

    def whole(self) -> "Grid":
        return self

    def __reduce__(self) -> tuple[type["Grid"], tuple[object, ...]]:
        """Travel without the blocks that are kept: they are computed again where it arrives."""
        return Grid, (self.blocks, self.scale, self.floor, self.barred, False, self.thin)

    def pieces(self, start: int) -> Iterator[Piece]:
        """Yield the same block a few rows at a time."""
        if self.keep:
            yield from cut(self.block(start), start)
            return
        given = self._given(start)
        for first, last in cuts(*given.shape):
            rows = given[first:last]
            yield Piece(start + first, self._whole(rows, start + first), rows)

    def _computed(self, start: int) -> Whole:
        given = self._given(start)
        whole: Whole = np.empty(given.shape, self.scale.kind)
        for first, last in cuts(*given.shape):
            whole[first:last] = self._whole(given[first:last], start + first)
        return whole

    def _given(self, start: int) -> NDArray[Any]:
        return np.asarray(self.blocks.rows(start, min(start + BLOCK, self.shape[0])))

    def _whole(self, given: NDArray[Any], first: int) -> Whole:
        """Return these rows, from number `first`, as integers."""
        never = self._never(given, first)
        whole = self.scale.whole(given)
        if never is not None:
            whole[never] = self.scale.never
        width = self.shape[1]
        low, high = np.searchsorted(self.barred, [first * width, (first + len(given)) * width])
        if low < high:
            whole.ravel()[self.barred[low:high] - first * width] = self.scale.never
        return whole

    def _never(self, given: NDArray[Any], first: int) -> NDArray[np.bool_] | None:
        """Return which pairs are not permissible, None when all are; refuse what makes no sense."""
        if given.shape[1:] != self.shape[1:] or given.dtype.kind != "f":
            raise AffinityRefused(N_("A block of affinities has another shape than it should."))
        lowest, highest = given.min(initial=np.inf), given.max(initial=-np.inf)
        # A comparison with NaN is never true: where there is one, the longer way is taken.
        if lowest >= max(self.floor, 0) and highest * self.scale.parts < -self.scale.never / 4:
            return None
        self._refuse(given, first)
        return ~(given >= self.floor)

    def _refuse(self, values: NDArray[np.floating], start: int) -> None:
        lowest, highest = np.fmin.reduce(values, axis=None), np.fmax.reduce(values, axis=None)
        too_low = lowest < 0 and self.floor >= 0
        if too_low or not (np.isnan(highest) or highest * self.scale.parts < -self.scale.never / 4):
            odd = values < 0 if too_low else values == highest
            need, offer = np.argwhere(odd)[0].tolist()
            raise AffinityRefused(
                N_(
                    "The affinity of need %(need)s with offer %(offer)s is %(value)s. It should be"
                    " 0 or more and finite; leave a pair out with NaN."
                ),
                need=need + start,
                offer=offer,
                value=float(values[need, offer]),
            )


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The values of another grid from `least` up; all worth `flat` when only counts matter."""

    grid: Values
    least: int
    flat: int | None = None

    @property
    def scale(self) -> Scale:
        return self.grid.scale

    @property
    def shape(self) -> tuple[int, int]:
        return self.grid.shape

    def starts(self) -> range:
        return self.grid.starts()

    def block(self, start: int) -> Whole:
        return self._narrow(self.grid.block(start))

    def pieces(self, start: int) -> Iterator[Piece]:
        for each in self.grid.pieces(start):
            yield replace(each, values=self._narrow(each.values))

    def _narrow(self, values: Whole) -> Whole:
        shown = values if self.flat is None else values.dtype.type(self.flat)
        narrowed: Whole = np.where(values >= self.least, shown, values.dtype.type(self.scale.never))
        return narrowed

    def wide(self) -> "Narrowed":
        return replace(self, grid=self.grid.wide())

    def whole(self) -> Values:
        """Return the values without the threshold."""
        return self.grid
