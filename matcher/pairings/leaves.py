"""The pages beneath a pair's space: each a quiet tile with one line that says how it stands.

A room registers its own leaves where it makes its pages, so that rooms above can add theirs and
the space knows none of them. All counts come from the database in one question.

`count` is given the pairing and the reader: it must count only what this reader may see.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import ScalarSelect

from matcher.foundation.translate import say
from matcher.foundation.words import Language, Sentence, sentence
from matcher.guidance.tips import Side, Tip

Count = Callable[[UUID, UUID], ScalarSelect[int]]


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each, and it is looked up often
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
    """A leaf as one reader sees it on the space, said in their language."""

    key: str
    tip: str
    title: str
    line: str
    endpoint: str


_registered: dict[str, Leaf] = {}  # in the order in which they are shown


def register(leaf: Leaf) -> None:
    """Add a page to the space of every pair."""
    if leaf.key in _registered:
        raise ValueError(f"There is a leaf {leaf.key!r} already.")
    _registered[leaf.key] = leaf
    ordered = sorted(_registered.values(), key=lambda each: (each.order, each.key))
    _registered.clear()
    _registered.update({each.key: each for each in ordered})


def leaves(side: Side) -> tuple[Leaf, ...]:
    """Return the leaves for one side, in the order in which they are shown."""
    return tuple([each for each in _registered.values() if each.side is None or each.side == side])


def tiles(side: Side, counts: Mapping[str, int], language: Language) -> tuple[Tile, ...]:
    return tuple([_tile(each, counts[each.key], language) for each in leaves(side)])


@lru_cache(maxsize=2000)
def _tile(leaf: Leaf, count: int, language: Language) -> Tile:
    """Say how a leaf stands: the same for everybody with the same count."""
    return Tile(
        key=leaf.key,
        tip=str(leaf.tip),
        title=say(sentence(leaf.title), language),
        line=say(leaf.line(count), language),
        endpoint=leaf.endpoint,
    )
