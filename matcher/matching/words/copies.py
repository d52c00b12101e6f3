"""Finds texts that are nearly another member's, and texts that are lists of words."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.matching.words.passages import Passage
from matcher.matching.words.terms import STOPPED

# Copied: from this share of its runs of four words that also stand in another's text.
RUN, COPIED, LEAST_RUNS = 4, 0.4, 8
# A list of words: from this many, with less than this share of the small words of a sentence.
LONG_LIST, SMALL_WORDS = 40, 0.15


def runs(spoken: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(spoken[at : at + RUN]) for at in range(len(spoken) - RUN + 1)}


class Copies:
    """Which passages are nearly the same as passages of others."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._runs = [runs(each.spoken) for each in passages]
        self._owners: dict[tuple[str, ...], set[int]] = {}
        for passage, own in zip(passages, self._runs, strict=True):
            for run in own:
                self._owners.setdefault(run, set()).add(passage.owner)

    def others(self, number: int) -> set[int]:
        """Return whose text a passage nearly is, besides its owner's."""
        own = self._runs[number]
        if len(own) < LEAST_RUNS:
            return set()
        mine = self._passages[number].owner
        shared = Counter(owner for run in own for owner in self._owners[run] if owner != mine)
        return {owner for owner, count in shared.items() if count >= COPIED * len(own)}

    def weights(self) -> NDArray[np.float64]:
        """Let a text that several people hand in count once among them: (passages,)."""
        return np.array([1 / (1 + len(self.others(n))) for n in range(len(self._passages))])

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield who wrote nearly the same as whom, each two once."""
        found = {
            (min(passage.owner, other), max(passage.owner, other))
            for number, passage in enumerate(self._passages)
            for other in self.others(number)
        }
        yield from sorted(found)


def is_list_of_words(passage: Passage) -> bool:
    """Say whether this looks like words put there to be found rather than sentences."""
    small = sum(word in STOPPED for word in passage.spoken)
    return len(passage.spoken) >= LONG_LIST and small < SMALL_WORDS * len(passage.spoken)
