"""Weighs terms: often in a text counts a little more, in many texts counts less (TF-IDF).

Sublinear term frequency and smooth inverse document frequency as in Manning, Raghavan and Schütze,
Introduction to Information Retrieval (2008), section 6.4.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Terms = Sequence[str]


class Weighing:
    """Turns texts, given as terms, into rows of length 1: (texts, terms) sparse."""

    def __init__(self, number: Mapping[str, int], idf: NDArray[np.float64]) -> None:
        self.number, self.idf = number, idf

    @classmethod
    def learned(cls, texts: Sequence[Terms], *, at_least: int = 1) -> "Weighing":
        """Learn from texts how rare each term is. Terms in fewer than `at_least` are left out."""
        found = Counter(term for text in texts for term in set(text))
        kept = sorted(term for term, count in found.items() if count >= at_least)
        counts = np.array([found[term] for term in kept], dtype=np.float64)
        idf = np.log((1 + len(texts)) / (1 + counts)) + 1
        return cls({term: n for n, term in enumerate(kept)}, idf)

    def rows(self, texts: Sequence[Terms]) -> Any:  # a scipy sparse array, untyped
        starts, places, times = [0], [], []
        for text in texts:
            counts = {self.number[t]: n for t, n in Counter(text).items() if t in self.number}
            ordered = sorted(counts)
            places += ordered
            times += [counts[place] for place in ordered]
            starts.append(len(places))
        columns = np.array(places, dtype=np.int32)
        values = (1 + np.log(np.array(times, dtype=np.float64))) * self.idf[columns]
        shape = len(texts), len(self.number)
        return unit_rows(sp.csr_matrix((values, columns, np.array(starts)), shape=shape))


def unit_rows(matrix: Any) -> Any:  # dense or sparse in, the same out
    """Give each row length 1; rows of nothing stay nothing."""
    if sp.issparse(matrix):
        length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        return sp.diags(1 / np.where(length > 0, length, 1.0)) @ matrix
    length = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    return matrix / np.where(length > 0, length, 1.0)
