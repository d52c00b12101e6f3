"""Finds the words that met in what two people wrote, and numbers them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.programmes.models import Enrolment

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; `number` is 0 where nothing met."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """Words of the mentee and the words of the mentor that they met."""

    need: str
    offer: str


def own_texts(enrolment: Enrolment) -> list[str]:
    """Return all that somebody wrote for the other to read: what they say, and what they hope."""
    return texts_of(enrolment.statements, enrolment.goal)


def texts_of(statements: Iterable[str], goal: str) -> list[str]:
    return [text for text in (*statements, goal) if text.strip()]


def words_met(
    reasons: Mapping[str, Any], mentee: Iterable[str], mentor: Iterable[str]
) -> list[Met]:
    """List what met, the weightiest first; each word once, so both sides bear the number."""
    words = sorted(reasons.get("words", ()), key=lambda each: -each["weight"])
    return met_in([(each["need"], each["offer"]) for each in words], mentee, mentor)


def met_in(
    words: Iterable[Sequence[str]], mentee: Iterable[str], mentor: Iterable[str]
) -> list[Met]:
    """List which of these words still stand in what both wrote."""
    need, offer = "\n".join(mentee), "\n".join(mentor)
    met: list[Met] = []
    for each in words:
        pair = Met(*each)
        used = {(side, word.casefold()) for one in met for side, word in _sides(one)}
        known = _place(pair.need, need) and _place(pair.offer, offer)
        if known and not used & {(side, word.casefold()) for side, word in _sides(pair)}:
            met.append(pair)
    return met[:SHOWN]


def _sides(met: Met) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("need", met.need), ("offer", met.offer)


def marked(texts: Sequence[str], words: Sequence[str]) -> tuple[Piece, ...]:
    """Cut somebody's texts at the words that met; each is marked once, with its number."""
    text = "\n\n".join(each.strip() for each in texts if each.strip())
    places: list[tuple[int, int, int]] = []
    for number, word in enumerate(words, start=1):
        found = _place(word, text)
        if found and not any(low < found.end() and found.start() < high for low, high, _ in places):
            places.append((found.start(), found.end(), number))
    pieces: list[Piece] = []
    at = 0
    for low, high, number in sorted(places):
        pieces += [Piece(text[at:low]), Piece(text[low:high], number)]
        at = high
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def _place(word: str, text: str) -> re.Match[str] | None:
    if not word.strip():
        return None
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
