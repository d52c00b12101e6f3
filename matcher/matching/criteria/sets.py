"""Criteria over sets of answers: topics, languages, styles, parts of the week."""

from collections.abc import Sequence

import numpy as np

from matcher.matching.criteria.grid import Flags, People, Rows, given
from matcher.matching.folding import folded
from matcher.matching.settings import Criterion

Answers = Sequence[tuple[str, ...]]


class SharedAnswers:
    """How many answers a need and an offer share, by one matrix product."""

    def __init__(self, needs: Answers, offers: Answers) -> None:
        words = sorted({word for side in (*needs, *offers) for word in side})
        place = {word: n for n, word in enumerate(words)}
        # Counts are small whole numbers: exact in float32, in any order of adding.
        self._needs, self._offers = (_members(each, place) for each in (needs, offers))
        self.sizes = self._needs.sum(axis=1), self._offers.sum(axis=1)
        self.answered: tuple[Flags, Flags] = given(needs), given(offers)

    def rows(self, start: int, stop: int) -> Rows:
        shared: Rows = (self._needs[start:stop] @ self._offers.T).astype(np.float64)
        return shared


class SetGrid:
    """Coverage (shared ÷ asked for) or cosine (shared ÷ the root of asked for times offered).

    Coverage looks one way: offering more than asked for does not raise it.
    """

    def __init__(self, criterion: Criterion, people: People, by: str) -> None:
        separator = str(criterion.options.get("separator", ";"))
        left, right = criterion.columns
        self._shared = SharedAnswers(
            [folded(need, left, separator) for need in people.needs],
            [folded(offer, right, separator) for offer in people.offers],
        )
        self._by = by
        self.answered = self._shared.answered

    def rows(self, start: int, stop: int) -> Rows:
        asked, offered = (np.maximum(size, 1).astype(np.float64) for size in self._shared.sizes)
        most = asked[start:stop, None]
        if self._by == "cosine":
            most = np.sqrt(most * offered[None, :])
        share: Rows = np.minimum(self._shared.rows(start, stop) / most, 1.0)
        return share


class AvailabilityGrid:
    """Shared parts of the week ÷ those the mentee has, full as soon as there are `enough`."""

    def __init__(self, criterion: Criterion, people: People) -> None:
        left, right = criterion.need or "slots", criterion.offer or criterion.need or "slots"
        self._shared = SharedAnswers(
            [folded(need, left) for need in people.needs],
            [folded(offer, right) for offer in people.offers],
        )
        self._enough = float(criterion.options.get("enough", 2))
        if self._enough <= 0:
            raise ValueError(f"{criterion.name}: enough is at least one part of the week")
        self.answered = self._shared.answered

    def rows(self, start: int, stop: int) -> Rows:
        has = np.maximum(self._shared.sizes[0][start:stop, None], 1).astype(np.float64)
        share: Rows = np.minimum(
            self._shared.rows(start, stop) / np.minimum(has, self._enough), 1.0
        )
        return share


def _members(
    sides: Answers, place: dict[str, int]
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    table = np.zeros((len(sides), max(len(place), 1)), dtype=np.float32)
    for row, side in enumerate(sides):
        table[row, [place[word] for word in side]] = 1.0
    return table
