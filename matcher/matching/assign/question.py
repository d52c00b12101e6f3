"""The question as the solver sees it: what is left to decide once locked pairs are set apart."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Question:
    """How many pairings each side may still take, after what is locked."""

    demand: Ints  # (needs,)
    places: Ints  # (offers,)
    minimum: Ints  # (offers,), never above places
    uncovered: Flags  # (needs,): a first pairing would cover this need
    unused: Flags  # (offers,): a first pairing would put this mentor to use
    barred: Ints  # sorted keys need * offers + offer of pairs that are locked or forbidden

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.demand), len(self.places)

    @property
    def most(self) -> int:
        """The most pairings there can be."""
        return int(min(self.demand.sum(), self.places.sum()))


@dataclass(frozen=True, slots=True)
class Aim:
    """What one more of each is worth, in the integers in which pairs are valued.

    `step` is more than all pairs together can differ, so that counts come before totals. A level
    is a multiple of it: covering a need weighs `cover` levels, using a mentor `use` levels.
    """

    step: int
    cover: int = 0
    use: int = 0
    near: bool = False  # the step is near the values: potentials are not taken apart by it
    covered: int | None = None  # exactly so many needs are covered, whatever that is worth

    @property
    def unreached(self) -> int:
        """Lower than any chain of exchanges can come."""
        return -64 * self.step


@dataclass(frozen=True, slots=True)
class Edges:
    """Candidate pairs, sorted by need and then offer, each with its integer value."""

    need: Ints
    offer: Ints
    value: Ints

    @classmethod
    def of(cls, need: Ints, offer: Ints, value: Ints, offers: int) -> "Edges":
        """Sort, and keep each pair once."""
        _, first = np.unique(need * offers + offer, return_index=True)
        return cls(need[first], offer[first], value[first])

    @classmethod
    def none(cls) -> "Edges":
        empty = np.zeros(0, np.int64)
        return cls(empty, empty, empty)

    def __len__(self) -> int:
        return len(self.need)

    def where(self, kept: Flags) -> "Edges":
        return Edges(self.need[kept], self.offer[kept], self.value[kept])

    def part(self, first: int, last: int) -> "Edges":
        return Edges(self.need[first:last], self.offer[first:last], self.value[first:last])

    def among(self, others: "Edges", offers: int) -> Flags:
        """Return which of these are among the others."""
        return np.isin(self.need * offers + self.offer, others.need * offers + others.offer)

    def joined(self, *others: "Edges", offers: int) -> "Edges":
        both = (self, *others)
        return Edges.of(
            np.concatenate([each.need for each in both]),
            np.concatenate([each.offer for each in both]),
            np.concatenate([each.value for each in both]),
            offers,
        )
