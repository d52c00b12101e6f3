"""Cuts what people wrote into terms: words, their stems, pairs of stems, and groups of letters."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

# Of one text no more than this is read: writing much must not pay, and costs time.
MOST_WORDS = 250
MOST_LETTERS = 16 * MOST_WORDS

WORD = re.compile(r"[^\W\d_]{2,}|\d+[^\W_]+|[^\W\d_]+\d+")
TAG = re.compile(r"<[^<>]{0,200}>")
# Characters that take no room on a page: soft hyphens, joiners, marks of direction.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

HERE = Path(__file__).parent
STOP = {
    language: frozenset((HERE / f"stop_{language}.txt").read_text(encoding="utf-8").split())
    for language in ("en", "nl")
}
STOPPED = STOP["en"] | STOP["nl"]
SMALL = {"en": STOP["en"] - STOP["nl"], "nl": STOP["nl"] - STOP["en"]}
# Words that are common in one language and are no words of the other.
TELLING = {
    "en": frozenset(
        [
            "the",
            "and",
            "to",
            "my",
            "with",
            "for",
            "you",
            "that",
            "it",
            "on",
            "have",
            "are",
            "this",
            "but",
            "not",
            "who",
            "what",
            "would",
            "like",
            "how",
            "from",
            "they",
            "your",
            "their",
            "about",
            "she",
            "he",
            "will",
            "can",
            "do",
        ]
    ),
    "nl": frozenset(
        [
            "de",
            "het",
            "een",
            "en",
            "van",
            "ik",
            "niet",
            "mijn",
            "dat",
            "te",
            "op",
            "zijn",
            "voor",
            "met",
            "er",
            "ook",
            "maar",
            "bij",
            "naar",
            "om",
            "heb",
            "aan",
            "wil",
            "je",
            "nog",
            "wat",
            "hoe",
            "kan",
            "geen",
            "uit",
            "ben",
            "deze",
            "wordt",
            "werk",
            "iemand",
        ]
    ),
}


def words(text: str) -> list[str]:
    """Return the first words of a text, without capitals, accents, tags or unseen characters."""
    seen = UNSEEN.sub("", TAG.sub(" ", text[:MOST_LETTERS]))
    folded = unicodedata.normalize("NFKD", seen.casefold())
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    return [found.group() for found in islice(WORD.finditer(plain), MOST_WORDS)]


def counts_by_language(spoken: Sequence[str]) -> tuple[int, int]:
    """Count the words that tell English, and those that tell Dutch.

    Where none of the commonest tells, as in a line of a few words, all small words are asked.
    """
    for small in (TELLING, SMALL):
        english, dutch = (sum(word in small[each] for word in spoken) for each in ("en", "nl"))
        if english or dutch:
            return english, dutch
    return 0, 0


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # noqa: PLC0415  # much to load, and seldom needed

    return snowballstemmer.stemmer({"en": "english", "nl": "dutch"}[language])


# What the Dutch stemmer (Kraaij and Pohlmann) takes for a participle.
IRREGULAR = {"schulden": "schuld"}


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return a word's stem. The language "" is mixed: the shorter of both stems."""
    if language:
        known = IRREGULAR.get(word) if language == "nl" else None
        return known or str(_stemmer(language).stemWord(word))
    return min((stem(word, "nl"), stem(word, "en")), key=len)


def telling(spoken: Sequence[str]) -> list[str]:
    return [word for word in spoken if word not in STOPPED]


def stems(spoken: Sequence[str], language: str) -> list[str]:
    return [stem(word, language) for word in telling(spoken)]


def grams(spoken: Sequence[str], language: str) -> list[str]:
    """Return stems, and pairs of neighbouring stems."""
    found = stems(spoken, language)
    return [*found, *(f"{one} {two}" for one, two in pairwise(found))]


def letters(spoken: Sequence[str], _language: str = "") -> list[str]:
    """Return groups of four and five letters: compounds share them with their parts."""
    found: list[str] = []
    for word in telling(spoken):
        spaced = f" {word} "
        for size in (4, 5):
            last = max(len(spaced) - size, 0)
            found += [spaced[at : at + size] for at in range(last + 1)]
    return found
