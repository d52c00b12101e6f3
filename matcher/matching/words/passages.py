"""Reads a person's texts as passages: long texts in parts, each with its language."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.matching.words.terms import counts_by_language, words

# A text of up to 90 words is one passage, a longer one is read in parts of about 60: what fits
# lifts its own part only, and much that does not fit lowers the mean.
WHOLE, PART = 90, 60
# Texts of one person that are read; who writes down more is known by these.
MOST_TEXTS = 8
# From here on a text is as much in one language as in the other.
MIXED = 0.25


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of one text of one person, whose number is `owner`."""

    spoken: tuple[str, ...]
    # "nl", "en", or "" where both are mixed.
    language: str
    # The language most of it is in.
    home: str
    owner: int
    # Whether its words tell the language; if not, it is the main one of the person.
    told: bool = True


def parted(spoken: Sequence[str]) -> list[Sequence[str]]:
    if len(spoken) <= WHOLE:
        return [spoken]
    parts = -(-len(spoken) // PART)
    size = -(-len(spoken) // parts)
    return [spoken[at : at + size] for at in range(0, len(spoken), size)]


def _passage(spoken: Sequence[str], main: str, owner: int) -> Passage:
    """Guess the language by its commonest words; where none tells, read it in both."""
    english, dutch = counts_by_language(spoken)
    if english == dutch == 0:
        return Passage(tuple(spoken), "", main, owner, told=False)
    home = "en" if english > dutch or (english == dutch and main == "en") else "nl"
    mixed = min(english, dutch) >= MIXED * max(english, dutch)
    return Passage(tuple(spoken), "" if mixed else home, home, owner)


def main_language(texts: Sequence[Sequence[str]]) -> str:
    """Return the language most of someone's words are in; English when they do not tell."""
    english, dutch = (
        map(sum, zip(*map(counts_by_language, texts), strict=True)) if texts else (0, 0)
    )
    return "nl" if dutch > english else "en"


def read_person(texts: Sequence[str], owner: int) -> tuple[str, list[Passage]]:
    """Return someone's main language and passages: at least one, which may be empty."""
    spoken = [words(text) for text in texts[:MOST_TEXTS]]
    main = main_language(spoken)
    passages = [_passage(part, main, owner) for text in spoken if text for part in parted(text)]
    return main, passages or [Passage((), main, main, owner)]
