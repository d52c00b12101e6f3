"""Affinities as integers, block by block: what the flow, the prices and the proof all work with."""

from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.foundation.words import N_
from matcher.matching.assign.question import Ints
from matcher.matching.assign.refusals import AffinityRefused
from matcher.matching.blocks import BLOCK, RowBlocks

Whole = NDArray[np.signedinteger]


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


class Values(Protocol):
    """The integer values of all pairs, in blocks of rows; `scale.never` where not permissible."""

    @property
    def scale(self) -> Scale: ...
    @property
    def shape(self) -> tuple[int, int]: ...
    def starts(self) -> range: ...
    def block(self, start: int) -> Whole: ...
    def wide(self) -> "Values": ...
    def whole(self) -> "Values": ...


@dataclass(slots=True)
class Grid:
    """The values as the affinities give them."""

    blocks: RowBlocks
    scale: Scale
    floor: float
    barred: Ints
    keep: bool = False  # whether blocks are kept once they have been computed
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
        return Grid, (self.blocks, self.scale, self.floor, self.barred)

    def _computed(self, start: int) -> Whole:
        stop = min(start + BLOCK, self.shape[0])
        values = np.asarray(self.blocks.rows(start, stop))
        self._refuse(values, start)
        scaled = values * values.dtype.type(self.scale.parts)
        np.rint(scaled, out=scaled)
        with np.errstate(invalid="ignore"):
            out = ~(values >= self.floor)
            whole: Whole = scaled.astype(self.scale.kind)
        if out.any():
            whole[out] = self.scale.never
        first, last = np.searchsorted(self.barred, [start * self.shape[1], stop * self.shape[1]])
        whole.ravel()[self.barred[first:last] - start * self.shape[1]] = self.scale.never
        return whole

    def _refuse(self, values: NDArray[np.floating], start: int) -> None:
        if values.shape[1:] != self.shape[1:] or values.dtype.kind != "f":
            raise AffinityRefused(N_("A block of affinities has another shape than it should."))
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
        values = self.grid.block(start)
        shown = values if self.flat is None else values.dtype.type(self.flat)
        narrowed: Whole = np.where(values >= self.least, shown, values.dtype.type(self.scale.never))
        return narrowed

    def wide(self) -> "Narrowed":
        return replace(self, grid=self.grid.wide())

    def whole(self) -> Values:
        """Return the values without the threshold."""
        return self.grid
