"""The space in which what people wrote is compared."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.matching.profiles import Topic
from matcher.matching.words.channels import make_channels
from matcher.matching.words.copies import Copies
from matcher.matching.words.encoder import load_encoder
from matcher.matching.words.passages import Passage, read_person
from matcher.matching.words.standards import (
    LanguageStandard,
    OfferStandard,
    between_0_and_1,
    mixed,
)

Texts = Sequence[Sequence[str]]
Rows = NDArray[np.float64]

# Who wrote more words than this is known by them; concepts then count less.
SPEAKING = 400
# Means and spreads are taken over at most so many needs and offers, evenly spread.
SAMPLED = 256, 2_000


class Side:
    """One side's passages, where each person's begin, and which language each person writes."""

    def __init__(self, people: Texts) -> None:
        read = [read_person(texts, owner) for owner, texts in enumerate(people)]
        self.passages: list[Passage] = [each for _main, passages in read for each in passages]
        self.first = np.cumsum([0, *(len(passages) for _main, passages in read)])
        self.codes = np.array([int(main == "nl") for main, _passages in read], dtype=np.intp)
        sizes = [sum(len(each.spoken) for each in passages) for _main, passages in read]
        self.concise = np.minimum(SPEAKING / np.maximum(sizes, 1), 1.0)

    def __len__(self) -> int:
        return len(self.codes)


class WordSpace:
    """How alike each need's texts and each offer's are.

    Channels compare passages; a pair's likeness on a channel is the (mean + max) / 2 over their
    passages, standardised by language; the channels' mean is standardised by offer. `only` leaves
    all other channels out, to measure what each is good for.
    """

    def __init__(
        self,
        needs: Texts,
        offers: Texts,
        *,
        topics: Sequence[Topic] = (),
        encoder: object = None,
        only: Collection[str] = (),
    ) -> None:
        self.needs, self.offers = Side(needs), Side(offers)
        passages = [*self.needs.passages, *self.offers.passages]
        channels = make_channels(passages, len(self.needs.passages), topics, load_encoder(encoder))
        self.channels = [each for each in channels if not only or each.name in only]
        self._once = Copies(self.offers.passages).weights()
        self._learn()

    def _learn(self) -> None:
        rows, columns = (
            _spread(len(side), most)
            for side, most in zip((self.needs, self.offers), SAMPLED, strict=True)
        )
        if not len(columns):
            rows = rows[:0]
        codes = self.needs.codes[rows], self.offers.codes[columns]
        samples = self._likeness(rows)
        self._languages = {
            name: LanguageStandard(name, sample[:, columns], *codes)
            for name, sample in samples.items()
        }
        self._offers = OfferStandard(self._mixed(samples, rows))

    def rows(self, start: int, stop: int) -> Rows:
        """Return (stop - start, offers) in [0, 1]; 0 where nothing at all is alike."""
        if start >= stop or not len(self.offers):
            return np.zeros((max(stop - start, 0), len(self.offers)))
        parts = self.likeness(start, stop)
        standard = self._offers.apply(self._mixed(parts, np.arange(start, stop)))
        alike = np.any([rows > 0 for rows in parts.values()], axis=0)
        return np.where(alike, between_0_and_1(standard), 0.0)

    def ways(self, need: int, offer: int) -> dict[str, float]:
        """Return each channel's part in a pair's likeness; the parts add up to 1, or are none."""
        code = self.needs.codes[[need]], self.offers.codes[[offer]]
        above = {}
        for name, alike in self.passages_alike(need, offer).items():
            likeness = np.array([[(alike.mean() + alike.max()) / 2]])
            above[name] = max(float(self._languages[name].apply(likeness, *code)[0, 0]), 0.0)
        total = sum(above.values())
        return {name: each / total for name, each in above.items() if total and each}

    def passages_alike(self, need: int, offer: int) -> dict[str, Rows]:
        """Return how alike each two passages of a pair are on each channel."""
        ours, theirs = (
            slice(side.first[number], side.first[number + 1])
            for side, number in ((self.needs, need), (self.offers, offer))
        )
        return {
            each.name: each.likeness(ours, theirs) * self._once[theirs] for each in self.channels
        }

    def likeness(self, start: int, stop: int) -> dict[str, Rows]:
        """Return how alike people are on each channel, before these are made comparable."""
        return self._likeness(np.arange(start, stop))

    def _likeness(self, needs: NDArray[np.intp]) -> dict[str, Rows]:
        if not len(needs) or not len(self.offers):
            return {each.name: np.zeros((len(needs), len(self.offers))) for each in self.channels}
        counts = np.diff(self.needs.first)[needs]
        begin = np.cumsum(counts) - counts
        passages = np.arange(counts.sum()) + np.repeat(self.needs.first[needs] - begin, counts)
        return {
            each.name: self._gathered(each.likeness(passages) * self._once, begin, counts)
            for each in self.channels
        }

    def _gathered(self, alike: Rows, begin: NDArray[np.intp], counts: NDArray[np.intp]) -> Rows:
        """Take passages together to people: (mean + max) / 2."""
        across = self.offers.first[:-1]
        both = counts[:, None] * np.diff(self.offers.first)[None, :]
        total = np.add.reduceat(np.add.reduceat(alike, across, axis=1), begin, axis=0)
        most = np.maximum.reduceat(np.maximum.reduceat(alike, across, axis=1), begin, axis=0)
        gathered: Rows = (total / both + most) / 2
        return gathered

    def _mixed(self, parts: dict[str, Rows], needs: NDArray[np.intp]) -> Rows:
        codes = self.needs.codes[needs], self.offers.codes
        concise = np.outer(self.needs.concise[needs], self.offers.concise)
        weights = {each.name: concise if each.conceptual else 1.0 for each in self.channels}
        standard = {name: self._languages[name].apply(rows, *codes) for name, rows in parts.items()}
        return mixed(standard, weights)


def _spread(count: int, most: int) -> NDArray[np.intp]:
    """Return up to `most` numbers below `count`, evenly spread."""
    return np.unique(np.linspace(0, max(count - 1, 0), min(count, most)).astype(np.intp))
