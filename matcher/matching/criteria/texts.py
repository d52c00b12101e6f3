"""The criterion of own words."""

import numpy as np

from matcher.matching.criteria.grid import Flags, People, Rows
from matcher.matching.profiles import Profile, answers
from matcher.matching.settings import Criterion
from matcher.matching.words.space import WordSpace


class WordsGrid:
    """How alike what two people wrote is; see matcher.matching.words."""

    def __init__(self, criterion: Criterion, people: People) -> None:
        left, right = criterion.columns
        needs = [_texts(each, left) for each in people.needs]
        offers = [_texts(each, right) for each in people.offers]
        self.space = WordSpace(needs, offers, topics=people.topics, encoder=people.encoder)
        self.answered: tuple[Flags, Flags] = (
            np.array([any(map(str.strip, texts)) for texts in needs], dtype=bool),
            np.array([any(map(str.strip, texts)) for texts in offers], dtype=bool),
        )

    def rows(self, start: int, stop: int) -> Rows:
        return self.space.rows(start, stop)


def _texts(profile: Profile, column: str) -> tuple[str, ...]:
    return answers(profile, column)
