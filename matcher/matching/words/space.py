"""The space in which what people wrote is compared."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from matcher.matching.profiles import Topic
from matcher.matching.words.terms import terms

Texts = Sequence[Sequence[str]]


class WordSpace:
    """Compares each need's texts with each offer's: (mean + max) / 2 over their pairs."""

    def __init__(
        self,
        needs: Texts,
        offers: Texts,
        *,
        topics: Sequence[Topic] = (),
        encoder: object = None,
    ) -> None:
        self._shape = len(needs), len(offers)
        left = [text for texts in needs for text in (texts or ("",))]
        right = [text for texts in offers for text in (texts or ("",))]
        self._first = np.cumsum([0, *(max(len(texts), 1) for texts in needs)])
        self._offer_first = np.cumsum([0, *(max(len(texts), 1) for texts in offers)])
        self._empty = not any(map(terms, [*left, *right]))
        if not self._empty:
            vectoriser = TfidfVectorizer(analyzer=terms, sublinear_tf=True).fit([*left, *right])
            self._needs = vectoriser.transform(left)
            self._offers = vectoriser.transform(right).T.tocsc()

    def rows(self, start: int, stop: int) -> NDArray[np.float64]:
        if self._empty or start >= stop or not self._shape[1]:
            return np.zeros((max(stop - start, 0), self._shape[1]))
        low, high = self._first[start], self._first[stop]
        every = (self._needs[low:high] @ self._offers).toarray()
        sizes = np.diff(self._first)[start:stop, None] * np.diff(self._offer_first)[None, :]
        mean = np.add.reduceat(every, self._offer_first[:-1], axis=1)
        mean = np.add.reduceat(mean, self._first[start:stop] - low, axis=0) / sizes
        most = np.maximum.reduceat(every, self._offer_first[:-1], axis=1)
        most = np.maximum.reduceat(most, self._first[start:stop] - low, axis=0)
        found: NDArray[np.float64] = np.clip((mean + most) / 2, 0.0, 1.0)
        return found
