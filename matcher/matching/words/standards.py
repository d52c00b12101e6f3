"""Makes likenesses comparable: between ways of being alike, languages, and offers."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
Codes = NDArray[np.intp]

# What is usual between any two people, from a bilingual programme of 64 and 44: mean and spread.
# It stands in for the people themselves where they are few.
USUAL = {
    "words": (0.006, 0.015),
    "themes": (0.08, 0.12),
    "topics": (0.08, 0.11),
    "parts": (0.19, 0.10),
    "bridge": (0.08, 0.10),
    "encoder": (0.30, 0.15),
}
WEIGHT_OF_USUAL = 50
# Beyond this many spreads more likeness says nothing more.
FULL = 6.0
# An offer that is more than usually like everybody pays a little more than it gains.
EXCESS = 1.15


class LanguageStandard:
    """Mean and spread of one channel for each pair of languages.

    People who write the same language share words whatever they write about. Without this the first
    five offers to a Dutch need are all Dutch.
    """

    def __init__(self, name: str, sample: Rows, needs: Codes, offers: Codes) -> None:
        self._mean, self._spread = np.zeros((2, 2)), np.ones((2, 2))
        for left in (0, 1):
            for right in (0, 1):
                part = sample[np.ix_(needs == left, offers == right)]
                self._mean[left, right], self._spread[left, right] = _usual(name, part)

    def apply(self, rows: Rows, needs: Codes, offers: Codes) -> Rows:
        mean, spread = (table[needs][:, offers] for table in (self._mean, self._spread))
        standard: Rows = np.minimum((rows - mean) / spread, FULL)
        return standard


def _usual(name: str, part: Rows) -> tuple[float, float]:
    mean, spread = USUAL[name]
    total = part.size + WEIGHT_OF_USUAL
    both = (part.sum() + WEIGHT_OF_USUAL * mean) / total
    squares = ((part - both) ** 2).sum() + WEIGHT_OF_USUAL * (spread**2 + (mean - both) ** 2)
    return float(both), float(np.sqrt(squares / total))


class OfferStandard:
    """What each offer's likeness is to needs in general: only what exceeds it counts.

    A text that is stuffed with everything is a little like everybody and no longer gains by it.
    """

    def __init__(self, sample: Rows) -> None:
        # One need alone tells nothing about needs in general.
        believed = 1 - 1 / max(len(sample), 1)
        filled = sample if sample.size else np.zeros((1, sample.shape[1]))
        mean = filled.mean(axis=0)
        self._mean = believed * np.where(mean > 0, EXCESS * mean, mean)
        spread = filled.std(axis=0)
        usual = (float(np.median(spread)) if spread.size else 0.0) or 1.0
        self._spread = np.maximum(spread / usual, 1.0) ** believed

    def apply(self, rows: Rows) -> Rows:
        standard: Rows = (rows - self._mean) / self._spread
        return standard


def between_0_and_1(standard: Rows) -> Rows:
    """Saturate: usual is 0.1, two spreads above it 0.6, four 0.94."""
    found: Rows = 1 / (1 + np.exp(2 - 1.2 * standard))
    return found


def mixed(parts: Mapping[str, Rows], weights: Mapping[str, Rows | float]) -> Rows:
    """Return the weighted mean of several ways of being alike."""
    total = sum(np.asarray(weights[name]) for name in parts)
    summed = sum(np.asarray(weights[name]) * rows for name, rows in parts.items())
    mean: Rows = np.asarray(summed / total)
    return mean
