"""Cuts what people wrote into terms: stems of words, and of two words in a row."""

import re
from collections.abc import Sequence
from functools import cache

import snowballstemmer  # type: ignore[import-untyped]  # ships no types

WORD = re.compile(r"[^\W\d_]{2,}|\d+[^\W_]+|[^\W\d_]+\d+", re.UNICODE)


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language)


def words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def terms(text: str) -> Sequence[str]:
    """Return stems and pairs of neighbouring stems, in the order written."""
    stems = [_stemmer("dutch").stemWord(_stemmer("english").stemWord(each)) for each in words(text)]
    return [*stems, *(f"{one} {two}" for one, two in zip(stems, stems[1:], strict=False))]
