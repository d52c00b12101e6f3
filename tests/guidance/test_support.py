"""Each kind of support has its words and its sentences to begin with, in every language."""

import pytest

from matcher.foundation.translate import say
from matcher.foundation.words import Language, sentence
from matcher.guidance.support import WISHES, Support, starters


@pytest.mark.parametrize("support", Support)
@pytest.mark.parametrize("language", Language)
def test_there_are_three_short_sentences_to_begin_with(
    support: Support, language: Language
) -> None:
    texts = starters(support, language)

    assert len(set(texts)) == 3
    assert all(2 <= len(each.split()) <= 20 for each in texts)


def test_no_two_kinds_begin_alike() -> None:
    for language in Language:
        every = [each for support in Support for each in starters(support, language)]
        assert len(set(every)) == len(every)


def test_the_languages_differ_and_an_unknown_one_gets_english() -> None:
    for support in Support:
        assert starters(support, "nl") != starters(support, "en")
        assert starters(support, "xx") == starters(support, "en")


@pytest.mark.parametrize("support", Support)
def test_each_kind_is_named_in_dutch_too(support: Support) -> None:
    wish = WISHES[support]

    assert say(sentence(wish.words), Language.NL) != wish.words
    assert "Yara" in say(sentence(wish.told, name="Yara"), Language.NL)
