"""The bilingual vocabulary of topics as a space: what a text says about each, in its own language.

Explicit semantic analysis (Gabrilovich and Markovitch, IJCAI 2007): a text is represented by its
similarities to descriptions of concepts. Described in both languages, they let Dutch meet English.
"""

import csv
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.matching.profiles import Topic
from matcher.matching.words.passages import Passage
from matcher.matching.words.terms import words
from matcher.matching.words.weighing import Weighing, unit_rows

SHIPPED = Path(__file__).parent / "concepts" / "topics.csv"
LANGUAGES = ("en", "nl")
# Of all concepts a passage touches, only the strongest count.
STRONGEST = 60

Cut = Callable[[Sequence[str], str], list[str]]


@cache
def shipped_topics() -> tuple[Topic, ...]:
    """Return the vocabulary that is used when a programme brings none."""
    with SHIPPED.open(encoding="utf-8", newline="") as lines:
        return tuple(_topic(row) for row in csv.DictReader(lines))


def _topic(row: dict[str, str]) -> Topic:
    return Topic(
        id=row["id"],
        group=row["group"],
        labels={each: row[each] for each in LANGUAGES},
        synonyms={each: tuple(row[f"synonyms_{each}"].split(";")) for each in LANGUAGES},
    )


def described(topic: Topic, language: str) -> list[str]:
    """Return the words of a topic's label and synonyms in a language."""
    texts = (topic.labels.get(language, ""), *topic.synonyms.get(language, ()))
    return [word for text in texts for word in words(text)]


class ConceptSpace:
    """Where passages lie among the topics, by one way of cutting words into terms."""

    def __init__(self, topics: Sequence[Topic], cut: Cut) -> None:
        self.topics, self._cut = topics, cut
        self._known = {}
        for language in LANGUAGES:
            texts = [cut(described(topic, language), language) for topic in topics]
            weighing = Weighing.learned(texts)
            self._known[language] = weighing, weighing.rows(texts)

    def activations(self, passages: Sequence[Passage]) -> NDArray[np.float64]:
        """Return how much each passage touches each concept: (passages, concepts), 0 to 1."""
        found = np.zeros((len(passages), len(self.topics)))
        for language, (weighing, concepts) in self._known.items():
            texts = [self._terms(each, language) for each in passages]
            found = np.maximum(found, (weighing.rows(texts) @ concepts.T).toarray())
        return _strongest(found)

    def _terms(self, passage: Passage, language: str) -> list[str]:
        """Return nothing for a passage in the other language; a mixed one is read in both."""
        if passage.language in {"", language}:
            return self._cut(passage.spoken, language)
        return []


@lru_cache(maxsize=8)
def concept_space(topics: tuple[Topic, ...], cut: Cut) -> ConceptSpace:
    """Return the space of a vocabulary; a programme compares its people more than once."""
    return ConceptSpace(topics, cut)


def _strongest(found: NDArray[np.float64]) -> NDArray[np.float64]:
    if found.shape[1] > STRONGEST:
        least = -np.sort(-found, axis=1)[:, STRONGEST - 1 : STRONGEST]
        found = np.where(found < least, 0.0, found)
    return found


def weighed(activations: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let concepts that few touch count more, and give each passage length 1."""
    touched = (activations > 0).sum(axis=0)
    rare = np.log((1 + len(activations)) / (1 + touched)) + 1
    rows: NDArray[np.float64] = unit_rows(activations * rare)
    return rows
