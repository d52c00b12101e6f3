"""What coordinators read about triggers is what the code does."""

import pytest

from matcher.foundation.words import Language
from matcher.guidance.cards import cards
from matcher.guidance.tips import Stage, Tip
from matcher.guidance.titles import STAGES, TITLES
from tests.feedback.trigger_table import PAGES, table, written


@pytest.mark.parametrize("language", list(Language))
def test_the_table_of_triggers_is_that_of_the_code(language: Language) -> None:
    assert written(language) == table(language), "python -m tests.feedback.trigger_table"


def test_every_tip_stage_and_number_of_cards_is_told() -> None:
    page = PAGES[Language.EN].read_text()

    assert all(TITLES[tip].name in page for tip in Tip)
    assert all(STAGES[stage] in page for stage in Stage)
    assert f"{len(cards())} cards" in page
    assert f"{len(cards())} kaarten" in PAGES[Language.NL].read_text()


@pytest.mark.parametrize("language", list(Language))
def test_it_says_what_the_questions_are_not(language: Language) -> None:
    page = PAGES[language].read_text()

    assert ("not a validated scale" if language == "en" else "geen gevalideerde schaal") in page
