"""The cards are complete, plain and safe to show, in both languages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest

from matcher.foundation.words import Language
from matcher.guidance.cards import Card, card, cards, text, to_review
from matcher.guidance.checking import faults_of, words_in
from matcher.guidance.items import items
from matcher.guidance.tips import Side, Stage, Tip

CELLS = list(product(Tip, Stage, Side))
# Where pairs spend most of their time, each cell has a second card in another style.
TWICE = list(product(Tip, (Stage.EARLY, Stage.MIDDLE), Side))
TEXTS = 8 * 5 * 2 * 2 + len(TWICE) * 2
STYLES = {"plain", "example", "ifthen"}
NUMBERS = {"emergency": "112", "crisis_line": "113"}


def faults(every: Iterable[Card]) -> list[str]:
    """List what is wrong with a set of cards."""
    every = list(every)
    there = {(each.tip, each.stage, each.side) for each in every}
    missing = [f"missing {cell}" for cell in CELLS if cell not in there]
    styled = {(each.tip, each.stage, each.side, each.style) for each in every}
    styles = Counter(cell for *cell_of, _style in styled if (cell := tuple(cell_of)))
    missing += [f"one style {cell}" for cell in TWICE if styles[cell] < 2]
    counts = Counter(said for each in every for said in each.texts.values())
    twice = [f"twice: {said}" for said, number in counts.items() if number > 1]
    return missing + twice + [fault for each in every for fault in _faults(each)]


def _faults(one: Card) -> list[str]:
    """List the faults of one card; of those in the product, only once."""
    if cards().get(one.id) is one:
        return _known(one.id)
    return _look(one)


@cache
def _known(card_id: str) -> list[str]:
    return _look(cards()[card_id])


def _look(one: Card) -> list[str]:
    found = [f"{one.id}: no {language}" for language in Language if not one.texts.get(language)]
    for language, said in one.texts.items():
        found += [f"{one.id} {language}: {fault}" for fault in _text_faults(one, language, said)]
    for language, version in one.sources.items():
        if version != one.version:
            found.append(f"{one.id}: {language} was made from version {version}")
    if one.style not in STYLES:
        found.append(f"{one.id}: unknown style {one.style}")
    if not one.evidence:
        found.append(f"{one.id}: no evidence")
    return found


def _text_faults(one: Card, language: str, said: str) -> list[str]:
    return [fault.text for fault in faults_of(said, language, one)]


def test_every_tip_stage_and_side_has_a_good_card_in_both_languages() -> None:
    assert faults(cards().values()) == []
    assert sum(len(each.texts) for each in cards().values()) == TEXTS == 224


def test_a_missing_text_is_noticed_whichever_it_is() -> None:
    """The test of the test: each of the 224 texts is taken out in turn."""
    noticed = 0
    for one, language in product(cards().values(), Language):
        others = [each for each in cards().values() if each is not one]
        lacking = replace(one, texts={k: v for k, v in one.texts.items() if k != language})
        noticed += bool(faults([*others, lacking]))

    assert noticed == TEXTS


def test_a_missing_card_is_noticed_whichever_it_is() -> None:
    every = list(cards().values())

    assert all(faults(each for each in every if each is not one) for one in every)


def _with(language: str, change: Callable[[str], str]) -> Callable[[Card], Card]:
    return lambda one: replace(one, texts={**one.texts, language: change(one.texts[language])})


@pytest.mark.parametrize(
    "spoil",
    [
        _with("nl", lambda said: said.replace("{emergency}", "112")),
        _with("en", lambda said: said + " Word" * 40),
        _with("en", lambda _: "Too short."),
        _with("nl", lambda said: said.replace("Je ", "U ", 1)),
        _with("en", lambda said: re.sub("coordinator", "someone", said)),
        _with("en", lambda said: said + " Your mentee gave you a low score."),
        _with("en", lambda said: said.replace("mentor", "therapist")),
        _with("en", lambda said: re.sub(r"[.?]", ",", said)),
        _with("en", lambda _: cards()["listen.early.mentee"].texts["en"]),
        lambda one: replace(one, version=2),
        lambda one: replace(one, style="funny"),
        lambda one: replace(one, evidence=()),
    ],
)
def test_a_spoiled_card_is_noticed(spoil: Callable[[Card], Card]) -> None:
    one = card(Tip.SAFE, Stage.RUPTURE, Side.MENTEE)
    others = [each for each in cards().values() if each is not one]

    assert faults([*others, spoil(one)])


def test_a_card_is_said_with_the_numbers_of_the_country() -> None:
    said = text(card(Tip.RESOURCES, Stage.RUPTURE, Side.MENTEE), "nl", NUMBERS)

    assert "Bel 112." in said.text
    assert "113, dag en nacht" in said.text
    assert not said.is_fallback


def test_an_unknown_language_falls_back_with_a_note_and_is_never_empty() -> None:
    for one in cards().values():
        dutch = text(one, "pl", NUMBERS, otherwise="nl")
        english = text(one, "pl", NUMBERS, otherwise="ro")

        assert dutch.text
        assert (dutch.language, dutch.is_fallback) == ("nl", True)
        assert (english.language, english.is_fallback) == ("en", True)


def test_a_review_is_asked_for_two_months_before_it_is_due() -> None:
    one = card(Tip.LISTEN, Stage.EARLY, Side.MENTOR)

    assert to_review([one], today=one.review_by - timedelta(days=61)) == []
    assert to_review([one], today=one.review_by - timedelta(days=60)) == [one]


def test_no_card_was_due_for_review_when_they_were_written() -> None:
    assert to_review(cards().values(), today=date(2026, 12, 1)) == []


def test_the_questions_are_complete_and_short() -> None:
    keys = {f"{tip}.{letter}" for tip in Tip for letter in "AB"}

    for side in Side:
        assert set(items()[side]) == keys
        for item in items()[side].values():
            for language in Language:
                assert 3 <= words_in(item.texts[language]) <= 20
    assert (
        len({i.texts[lang] for s in Side for i in items()[s].values() for lang in Language}) == 64
    )
