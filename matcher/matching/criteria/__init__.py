"""The kinds of criteria: each makes a grid of contributions once it knows the people."""

from collections.abc import Callable

from matcher.matching.criteria import tables
from matcher.matching.criteria.grid import Grid, People
from matcher.matching.criteria.sets import AvailabilityGrid, SetGrid
from matcher.matching.criteria.texts import WordsGrid
from matcher.matching.criteria.wishes import WishGrid
from matcher.matching.settings import Criterion


def _set(criterion: Criterion, people: People) -> Grid:
    return SetGrid(criterion, people, str(criterion.options.get("by", "cosine")))


def _topics(criterion: Criterion, people: People) -> Grid:
    """Covered needs ÷ needs: ticking everything must not pay."""
    return SetGrid(criterion, people, "coverage")


KINDS: dict[str, Callable[[Criterion, People], Grid]] = {
    "words": WordsGrid,
    "topics": _topics,
    "choice": tables.choice,
    "set": _set,
    "scale": tables.scale,
    "availability": AvailabilityGrid,
    "place": tables.place,
    "preference": WishGrid,
}


def prepare(criterion: Criterion, people: People) -> Grid:
    """Make the criterion's grid. Raises ValueError where its options make no sense."""
    return KINDS[criterion.kind](criterion, people)
