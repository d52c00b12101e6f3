"""The ways in which two passages can be alike; each is an inner product of rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.matching.profiles import Topic
from matcher.matching.words.bridge import shipped_bridge
from matcher.matching.words.concepts import concept_space, shipped_topics, weighed
from matcher.matching.words.encoder import Encoder
from matcher.matching.words.passages import Passage
from matcher.matching.words.terms import grams, letters
from matcher.matching.words.weighing import Weighing, unit_rows

# Latent themes of the programme's own texts need this many of them to be more than noise.
MANY = 300
RANKS = (25, 100, 300)
LEARNED_FROM = 1_000
# Below this a theme is but rounding.
FLAT = 1e-9


Part = NDArray[np.intp] | slice
EVERY = slice(None)


@dataclass(frozen=True)
class Channel:
    """Rows of one kind for the passages of needs and of offers; their products are the likeness."""

    name: str
    needs: Any
    offers: Any
    # Whether it speaks of meaning rather than of the words themselves.
    conceptual: bool = False
    # What each column is, where it has a name: a term, or a topic.
    names: Sequence[Any] = ()

    def likeness(self, passages: Part, others: Part = EVERY) -> NDArray[np.float64]:
        """Return the likeness of some needs' passages to all offers' passages, or to some."""
        product = self.needs[passages] @ self.offers[others].T
        found: NDArray[np.float64] = product.toarray() if hasattr(product, "toarray") else product
        return found


def make_channels(
    passages: Sequence[Passage], split: int, topics: Sequence[Topic], encoder: Encoder | None
) -> list[Channel]:
    """Make every channel. Passages before `split` are of needs, the others of offers."""
    texts = [grams(each.spoken, each.language) for each in passages]
    weighing = Weighing.learned(texts)
    shared = weighing.rows(texts)
    rows = {"words": shared}
    if len(passages) >= MANY:
        rows["themes"] = _themes(shared)
    vocabulary = tuple(topics) or shipped_topics()
    meanings = _meanings(passages, vocabulary, encoder)
    names = {"words": list(weighing.number), "topics": vocabulary}
    return [
        Channel(
            name=name,
            needs=each[:split],
            offers=each[split:],
            conceptual=name in meanings,
            names=names.get(name, ()),
        )
        for name, each in {**rows, **meanings}.items()
    ]


def _meanings(
    passages: Sequence[Passage], vocabulary: tuple[Topic, ...], encoder: Encoder | None
) -> dict[str, NDArray[np.float64]]:
    """Return what passages speak of, whatever their language, each in its own space."""
    found = {
        "topics": weighed(concept_space(vocabulary, grams).activations(passages)),
        "parts": weighed(concept_space(vocabulary, letters).activations(passages)),
        "bridge": shipped_bridge().place(passages),
    }
    if encoder is not None:
        found["encoder"] = encoder.place([" ".join(each.spoken) for each in passages])
    return found


def _themes(rows: Any) -> NDArray[np.float64]:  # sparse rows, untyped
    """Place rows among themes of several sizes; products are the mean of the cosines.

    Latent semantic analysis (Deerwester and others, 1990), learned from a spread of the rows. Their
    inner products are few, so their eigenvectors are exact and quickly found.
    """
    sample = rows[np.linspace(0, rows.shape[0] - 1, min(rows.shape[0], LEARNED_FROM)).astype(int)]
    squares, vectors = np.linalg.eigh((sample @ sample.T).toarray())
    most = max(min(RANKS[-1], len(squares) // 3, int((squares > FLAT).sum())), 1)
    strongest = slice(None, -most - 1, -1)
    turned = vectors[:, strongest] / np.sqrt(np.maximum(squares[strongest], FLAT))
    placed = (rows @ sample.T) @ turned
    parts = [unit_rows(placed[:, :rank]) for rank in RANKS if rank <= most]
    beside: NDArray[np.float64] = np.hstack(parts or [unit_rows(placed)])
    beside /= np.sqrt(max(len(parts), 1))
    return beside
