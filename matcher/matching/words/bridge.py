"""A shipped space in which Dutch and English stems of one meaning lie close together.

Bilingual latent semantic analysis (Dumais and others, 1997): a singular value decomposition of
descriptions of the same concepts in both languages, side by side. Built by benchmarks/build_bridge.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.matching.words.passages import Passage
from matcher.matching.words.terms import stems
from matcher.matching.words.weighing import Weighing, unit_rows

SHIPPED = Path(__file__).parent / "concepts" / "bridge.npz"
LANGUAGES = ("en", "nl")

Vectors = NDArray[np.float64]


@dataclass(frozen=True)
class Bridge:
    """Per language how rare each stem is, and where it lies: (stems, dimensions)."""

    weighing: dict[str, Weighing]
    vectors: dict[str, Vectors]

    def place(self, passages: Sequence[Passage]) -> Vectors:
        """Return where passages lie, each at distance 1: (passages, dimensions)."""
        size = next(iter(self.vectors.values())).shape[1]
        found = np.zeros((len(passages), size))
        for language in LANGUAGES:
            texts = [
                stems(each.spoken, language) if each.home == language or not each.told else []
                for each in passages
            ]
            found += self.weighing[language].rows(texts) @ self.vectors[language]
        placed: Vectors = unit_rows(found)
        return placed

    def vector(self, term: str, language: str) -> Vectors | None:
        """Return a stem's own place, weighed by how rare it is, or None when it is unknown."""
        number = self.weighing[language].number.get(term)
        if number is None:
            return None
        place: Vectors = self.vectors[language][number] * self.weighing[language].idf[number]
        return place


@cache
def shipped_bridge() -> Bridge:
    """Load the shipped bridge, once."""
    with np.load(SHIPPED, allow_pickle=False) as kept:
        return Bridge(
            weighing={
                each: Weighing(
                    {str(term): n for n, term in enumerate(kept[f"terms_{each}"])},
                    kept[f"idf_{each}"].astype(np.float64),
                )
                for each in LANGUAGES
            },
            vectors={
                each: kept[f"vectors_{each}"].astype(np.float64)
                * kept[f"scale_{each}"].astype(np.float64)[:, None]
                for each in LANGUAGES
            },
        )
