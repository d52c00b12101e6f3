"""Styles of cards are learned slowly, from what people said was useful, and none is ever lost."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.guidance.styles import (
    LEAST,
    START,
    Learned,
    Tally,
    draw,
    pooled_rate,
    probabilities,
    tally,
)

STYLES = ("plain", "example", "ifthen")
SAID = st.builds(Tally, st.floats(0, 500), st.floats(0, 500))
LEARNED = st.builds(
    Learned,
    tallies=st.dictionaries(st.sampled_from(STYLES), SAID),
    pooled=st.floats(0.05, 0.95),
    is_on=st.booleans(),
)


@given(styles=st.lists(st.sampled_from(STYLES), min_size=1, unique=True), learned=LEARNED)
def test_every_style_keeps_a_tenth(styles: list[str], learned: Learned) -> None:
    chances = probabilities(styles, learned)

    assert sum(chances.values()) == pytest.approx(1)
    assert min(chances.values()) >= LEAST - 1e-9


@given(styles=st.lists(st.sampled_from(STYLES), min_size=1, unique=True), learned=LEARNED)
def test_the_probability_that_is_logged_is_the_one_it_had(
    styles: list[str], learned: Learned
) -> None:
    drawn = draw(styles, learned, Random(7))  # noqa: S311  # a test repeats itself

    assert drawn.propensity == probabilities(styles, learned)[drawn.style]


def test_before_enough_was_answered_all_styles_are_alike() -> None:
    learned = Learned(tallies={"plain": Tally(100, 0), "example": Tally(0, 100)})

    assert probabilities(("plain", "example"), learned) == {"plain": 0.5, "example": 0.5}


def test_what_helps_more_comes_more_often() -> None:
    learned = Learned(tallies={"plain": Tally(60, 40), "example": Tally(85, 15)}, is_on=True)
    chances = probabilities(("plain", "example"), learned)

    assert chances["example"] == pytest.approx(0.9, abs=0.01)
    assert chances["plain"] == pytest.approx(0.1, abs=0.01)


def test_without_answers_styles_stay_alike_even_when_learning_is_on() -> None:
    chances = probabilities(STYLES, Learned(tallies={}, is_on=True))

    assert chances == pytest.approx(dict.fromkeys(STYLES, 1 / 3))


def test_the_integral_is_that_of_drawing() -> None:
    """The probability is what very many draws of Thompson's would give."""
    learned = Learned(
        tallies={"plain": Tally(6, 4), "example": Tally(8, 3)}, pooled=0.6, is_on=True
    )
    chance = Random(3)  # noqa: S311  # a test repeats itself
    wins = sum(
        chance.betavariate(2.4 + 8, 1.6 + 3) > chance.betavariate(2.4 + 6, 1.6 + 4)
        for _ in range(40_000)
    )
    expected = LEAST + (1 - 2 * LEAST) * wins / 40_000

    assert probabilities(("plain", "example"), learned)["example"] == pytest.approx(
        expected, abs=0.01
    )


def test_draws_follow_their_probability() -> None:
    learned = Learned(tallies={"plain": Tally(6, 4), "example": Tally(8, 3)}, is_on=True)
    chance = Random(11)  # noqa: S311  # a test repeats itself
    drawn = Counter(draw(("plain", "example"), learned, chance).style for _ in range(800))
    wanted = probabilities(("plain", "example"), learned)

    assert drawn["plain"] / 800 == pytest.approx(wanted["plain"], abs=0.04)


def test_answers_count_half_after_half_a_year() -> None:
    found = tally([("plain", 1, 0), ("plain", 1, 180), ("plain", 0.5, 360), ("ifthen", 0, 0)])

    assert found["plain"].useful == pytest.approx(1 + 0.5 + 0.125)
    assert found["plain"].not_useful == pytest.approx(0.125)
    assert found["ifthen"] == Tally(0, 1)


def test_the_pooled_rate_begins_at_six_in_ten() -> None:
    assert pooled_rate([]) == START
    assert pooled_rate([Tally(30, 10), Tally(0, 60)]) == 0.3


def test_learning_finds_the_better_style_and_the_other_keeps_coming() -> None:
    """A simulated year: examples help 7 in 10, plain advice 5 in 10; 4 in 10 are answered."""
    chance = Random(5)  # noqa: S311  # a test repeats itself
    said: list[tuple[str, float, float]] = []
    learned = Learned(tallies={})
    shown: Counter[str] = Counter()
    helps = {"plain": 0.5, "example": 0.7}
    for number in range(2_000):
        if number % 50 == 0:
            learned = Learned(tallies=tally(said), is_on=number > 1_000)
        style = draw(("plain", "example"), learned, chance).style
        shown[style] += number > 1_200
        if chance.random() < 0.4:
            said.append((style, float(chance.random() < helps[style]), 0.0))

    assert shown["example"] > 0.75 * shown.total()
    assert shown["plain"] > 0.05 * shown.total()
