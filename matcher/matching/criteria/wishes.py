"""The criterion of ranked wishes: people who named whom, or what, they would like."""

from collections.abc import Sequence

import numpy as np

from matcher.matching.criteria.grid import Flags, People, Rows, given
from matcher.matching.folding import folded
from matcher.matching.profiles import Profile
from matcher.matching.settings import Criterion


class WishGrid:
    """The first of n wishes counts 1, the last 1/n; nothing wished for counts nothing.

    `side` says whose wishes count: "mentee" (the default) or "mentor".
    """

    def __init__(self, criterion: Criterion, people: People) -> None:
        self._turned = criterion.options.get("side", "mentee") == "mentor"
        sides: tuple[Sequence[Profile], Sequence[Profile]] = (people.needs, people.offers)
        wishers, wished = reversed(sides) if self._turned else sides
        left, right = criterion.need or criterion.name, criterion.offer or "id"
        self._wishes = [folded(each, left) for each in wishers]
        traits = [folded(each, right) for each in wished]
        self._bearers: dict[str, list[int]] = {}
        for number, trait in enumerate(traits):
            for each in trait:
                self._bearers.setdefault(each, []).append(number)
        self._shape = len(people.needs), len(people.offers)
        known: tuple[Flags, Flags] = given(self._wishes), given(traits)
        self.answered = (known[1], known[0]) if self._turned else known

    def rows(self, start: int, stop: int) -> Rows:
        if not self._turned:
            return self._ranked(range(start, stop), self._shape[1])
        return self._ranked(range(self._shape[1]), self._shape[0])[:, start:stop].T

    def _ranked(self, wishers: range, wished: int) -> Rows:
        worth = np.zeros((len(wishers), wished))
        for row, wisher in enumerate(wishers):
            wishes = self._wishes[wisher]
            for rank, wish in reversed(list(enumerate(wishes))):
                worth[row, self._bearers.get(wish, [])] = 1 - rank / len(wishes)
        return worth
