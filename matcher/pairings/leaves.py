"""The pages beneath a pair's space: each a quiet tile with one line that says how it stands.

A room registers its own leaves where it makes its pages, so that rooms above can add theirs and
the space knows none of them. All counts come from the database in one question.

`count` is given the pairing and the reader: it must count only what this reader may see.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ScalarSelect

from matcher.foundation.words import Sentence, sentence
from matcher.guidance.tips import Side, Tip

Count = Callable[[UUID, UUID], ScalarSelect[int]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page beneath the space: `endpoint` takes `pairing_id` and nothing else."""

    order: int  # from left to right; the tips' own order times ten leaves room between
    key: str
    tip: Tip
    title: str  # marked with N_
    endpoint: str
    count: Count
    line: Callable[[int], Sentence]
    side: Side | None = None  # for one of the two only


@dataclass(frozen=True, slots=True)
class Tile:
    """A leaf as one reader sees it on the space."""

    key: str
    tip: str
    title: Sentence
    line: Sentence
    endpoint: str


_registered: dict[str, Leaf] = {}


def register(leaf: Leaf) -> None:
    """Add a page to the space of every pair."""
    if leaf.key in _registered:
        raise ValueError(f"There is a leaf {leaf.key!r} already.")
    _registered[leaf.key] = leaf


def leaves(side: Side) -> Iterator[Leaf]:
    """Return the leaves for one side, in the order in which they are shown."""
    fitting = (each for each in _registered.values() if each.side in {None, side})
    return iter(sorted(fitting, key=lambda each: (each.order, each.key)))


def tiles(side: Side, counts: Mapping[str, int]) -> tuple[Tile, ...]:
    return tuple(
        Tile(
            key=each.key,
            tip=str(each.tip),
            title=sentence(each.title),
            line=each.line(counts[each.key]),
            endpoint=each.endpoint,
        )
        for each in leaves(side)
    )
