"""Shows which words or concepts of two people met: the largest terms of the inner products."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from matcher.matching.result import WordsMet
from matcher.matching.words.bridge import shipped_bridge
from matcher.matching.words.channels import Channel
from matcher.matching.words.passages import Passage
from matcher.matching.words.space import WordSpace
from matcher.matching.words.standards import USUAL
from matcher.matching.words.terms import stem, telling

SHOWN = 6
# Of a product of two stems in the bridge, less than this says nothing.
FAINT = 0.02


def words_met(space: WordSpace, need: int, offer: int) -> tuple[WordsMet, ...]:
    """Return what met most in the best pair of passages, strongest first, at most six."""
    left, right = _best_passages(space, need, offer)
    found: dict[tuple[str, str], float] = {}
    for each in _met(space, left, right):
        key = each.need, each.offer
        found[key] = found.get(key, 0.0) + each.weight
    strongest = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        WordsMet(need=one, offer=other, weight=round(weight, 4))
        for (one, other), weight in islice(strongest, SHOWN)
    )


def _best_passages(space: WordSpace, need: int, offer: int) -> tuple[int, int]:
    alike = sum(each / USUAL[name][1] for name, each in space.passages_alike(need, offer).items())
    row, column = np.unravel_index(np.argmax(alike), np.shape(alike))
    return int(space.needs.first[need] + row), int(space.offers.first[offer] + column)


def _met(space: WordSpace, left: int, right: int) -> Iterator[WordsMet]:
    here, there = space.needs.passages[left], space.offers.passages[right]
    ours, theirs = _written(here), _written(there)
    for channel in space.channels:
        spread = USUAL[channel.name][1]
        if channel.name == "topics":
            yield from _shared_topics(channel, (left, right), (here.home, there.home), spread)
            continue
        stems = _shared_words(channel, left, right, spread) if channel.name == "words" else ()
        close = _bridged(here, there, spread) if channel.name == "bridge" else ()
        for each in (*stems, *close):
            yield replace(each, need=_said(each.need, ours), offer=_said(each.offer, theirs))


def _shared_words(channel: Channel, left: int, right: int, spread: float) -> Iterator[WordsMet]:
    product = channel.needs[[left]].multiply(channel.offers[[right]]).tocoo()
    for column, weight in zip(product.col, product.data, strict=True):
        term = channel.names[column]
        yield WordsMet(need=term, offer=term, weight=float(weight) / spread)


def _shared_topics(
    channel: Channel, passages: tuple[int, int], homes: tuple[str, str], spread: float
) -> Iterator[WordsMet]:
    product = channel.needs[passages[0]] * channel.offers[passages[1]]
    for column in map(int, np.flatnonzero(product > FAINT)):
        labels = channel.names[column].labels
        one, other = (labels.get(home, channel.names[column].id) for home in homes)
        yield WordsMet(need=one, offer=other, weight=float(product[column]) / spread)


def _bridged(here: Passage, there: Passage, spread: float) -> Iterator[WordsMet]:
    """Yield pairs of stems that lie close together, such as "schuld" and "debt"."""
    bridge = shipped_bridge()
    sides = []
    for passage in (here, there):
        stems = dict.fromkeys(stem(word, passage.home) for word in telling(passage.spoken))
        placed = {each: bridge.vector(each, passage.home) for each in stems}
        known = {each: place for each, place in placed.items() if place is not None}
        if not known:
            return
        sides.append((list(known), np.array(list(known.values()))))
    (ours, left), (theirs, right) = sides
    length = np.linalg.norm(left.sum(axis=0)) * np.linalg.norm(right.sum(axis=0))
    product = left @ right.T / (length or 1.0)
    for row, column in np.argwhere(product > FAINT):
        weight = float(product[row, column]) / spread
        yield WordsMet(need=ours[row], offer=theirs[column], weight=weight)


def _written(passage: Passage) -> dict[str, str]:
    said: dict[str, str] = {}
    for word in telling(passage.spoken):
        for language in {passage.language, passage.home}:
            said.setdefault(stem(word, language), word)
    return said


def _said(term: str, written: dict[str, str]) -> str:
    return written.get(term) or " ".join(written.get(part, part) for part in term.split(" "))
