"""Times, counts and what is missing are said as people say them."""

import pytest

from matcher.foundation.translate import say
from matcher.foundation.words import Language, N_n, counted
from matcher.programmes.models.complete import NO_SLOTS, OF_THEM, of_them
from matcher.programmes.views.words import week

ALL_DAY = ["tue-morning", "tue-afternoon", "tue-evening"]


@pytest.mark.parametrize(
    ("slots", "english", "dutch"),
    [
        (["mon-evening"], "Monday evening", "maandagavond"),
        (["mon-morning", "mon-evening"], "Monday morning and evening", "maandagochtend en ‑avond"),
        (ALL_DAY, "Tuesday all day", "dinsdag de hele dag"),
    ],
)
def test_a_part_of_the_week_is_said_in_the_words_of_the_language(
    slots: list[str], english: str, dutch: str
) -> None:
    assert week(slots, Language.EN) == [english]
    assert week(slots, Language.NL) == [dutch]


@pytest.mark.parametrize(
    ("language", "written"), [(Language.EN, "1,435 people"), (Language.NL, "1.435 mensen")]
)
def test_a_large_count_is_grouped(language: Language, written: str) -> None:
    assert say(counted(N_n("%(num)s person", "%(num)s people"), 1435), language) == written


def test_what_somebody_lacks_is_said_to_a_coordinator_about_them() -> None:
    [said] = of_them([NO_SLOTS.sentence])

    assert said.text == "When they can meet"
    assert not any(" you" in each for each in OF_THEM.values())
