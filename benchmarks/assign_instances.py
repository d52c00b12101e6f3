"""Invented programmes of any size, of three kinds, given as features to value pairs from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from matcher.matching.blocks import Products, RowBlocks

# The part of the words that anyone might use.
COMMON = 0.7

KINDS = ("sparse text", "mixed criteria", "popular mentors")


@dataclass(frozen=True, slots=True)
class Instance:
    """A programme: affinities in blocks of rows, and the places of each mentor (1 to 3)."""

    blocks: RowBlocks
    places: NDArray[np.int64]


@dataclass(slots=True)
class Mixed:
    """Topics covered, slots shared up to two, a language, and words: four criteria added up."""

    topics: tuple[NDArray[np.float32], NDArray[np.float32]]
    slots: tuple[NDArray[np.float32], NDArray[np.float32]]
    languages: tuple[NDArray[np.float32], NDArray[np.float32]]
    words: Products
    shape: tuple[int, int]

    def rows(self, start: int, stop: int) -> NDArray[np.floating]:
        wanted = self.topics[0][start:stop]
        total = 4 * (wanted @ self.topics[1].T) / wanted.sum(axis=1, keepdims=True)
        total += np.minimum(self.slots[0][start:stop] @ self.slots[1].T, 2) / 2
        total += np.minimum(self.languages[0][start:stop] @ self.languages[1].T, 1)
        total += 2 * self.words.rows(start, stop)
        affinity: NDArray[np.float32] = total / np.float32(8)
        return affinity


def instance(kind: str, needs: int, offers: int, seed: int = 0) -> Instance:
    """Make a programme of this kind and size."""
    rng = np.random.default_rng([seed, KINDS.index(kind), needs, offers])
    made: RowBlocks
    if kind == "sparse text":
        made = texts(rng, needs, offers)
    elif kind == "mixed criteria":
        made = mixed(rng, needs, offers)
    else:
        made = popular(rng, needs, offers)
    return Instance(made, rng.integers(1, 4, offers))


def texts(rng: np.random.Generator, needs: int, offers: int, words: int = 12) -> Products:
    """Short texts about a topic each, without stop words, rarer words weighing more."""
    return Products(_text(rng, needs, words), _text(rng, offers, 2 * words))


def _text(rng: np.random.Generator, people: int, words: int) -> csr_matrix:
    vocabulary, topics = 20_000, 200
    topic = rng.integers(0, topics, people)
    # Log-uniform ranks are Zipf's law; the first 50 words are on the stop list.
    common = np.exp(rng.uniform(np.log(50), np.log(vocabulary), (people, words))).astype(np.int64)
    own = (topic[:, None] * 97 + np.minimum(rng.zipf(1.5, (people, words)), 300)) % vocabulary
    terms = np.where(rng.random((people, words)) < COMMON, common, own)
    weight = np.log1p(np.minimum(terms, 2_000).astype(np.float32)) + 0.1
    rows = np.repeat(np.arange(people), words)
    found = csr_matrix((weight.ravel(), (rows, terms.ravel())), shape=(people, vocabulary))
    found.sum_duplicates()
    norms = np.sqrt(np.asarray(found.multiply(found).sum(axis=1))).ravel()
    return csr_matrix(found.multiply((1 / norms)[:, None]), dtype=np.float32)


def mixed(rng: np.random.Generator, needs: int, offers: int) -> Mixed:
    def some(people: int, kinds: int, part: float) -> NDArray[np.float32]:
        chosen = rng.random((people, kinds)) < part
        chosen[np.arange(people), rng.integers(0, kinds, people)] = True
        return chosen.astype(np.float32)

    return Mixed(
        topics=(some(needs, 60, 0.05), some(offers, 60, 0.12)),
        slots=(some(needs, 21, 0.15), some(offers, 21, 0.2)),
        languages=(some(needs, 4, 0.3), some(offers, 4, 0.5)),
        words=texts(rng, needs, offers),
        shape=(needs, offers),
    )


def popular(rng: np.random.Generator, needs: int, offers: int) -> Products:
    """Mixtures of topics, with mentors whom nearly everyone would like best."""
    liked = rng.random(offers) ** 6
    own = np.hstack([rng.dirichlet(np.full(40, 0.3), needs), np.ones((needs, 1))])
    given = np.hstack([0.4 * rng.dirichlet(np.full(40, 0.3), offers), 0.6 * liked[:, None]])
    return Products(own.astype(np.float32), given.astype(np.float32))
