"""What every criterion is once it knows the people: a grid of needs by offers, read row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.matching.profiles import Need, Offer, Topic

Rows = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class People:
    """Both sides of a run, in a fixed order, and the vocabulary they chose from."""

    needs: Sequence[Need]
    offers: Sequence[Offer]
    topics: Sequence[Topic] = ()
    # A path or an object with `encode`; see words/encoder.py.
    encoder: object = field(default=None)


class Grid(Protocol):
    """Contributions in [0, 1]; 0 where one of the two has not answered."""

    # Who has answered: (needs,) and (offers,).
    answered: tuple[Flags, Flags]

    def rows(self, start: int, stop: int) -> Rows:
        """Return the contributions of some needs to all offers: (stop - start, offers)."""
        ...


def given(sides: Sequence[tuple[str, ...]]) -> Flags:
    return np.array([bool(side) for side in sides], dtype=bool)
