"""The stage of a pairing follows from its first meeting and its planned length."""

from datetime import date, timedelta

import pytest

from matcher.guidance.stages import stage_of
from matcher.guidance.tips import Stage

MET = date(2026, 1, 7)


@pytest.mark.parametrize(
    ("planned", "day", "stage"),
    [
        (182, 0, Stage.EARLY),
        (182, 41, Stage.EARLY),
        (182, 42, Stage.MIDDLE),
        (182, 154, Stage.MIDDLE),  # 182 − 0.15 · 182 = 154.7
        (182, 155, Stage.CLOSING),
        (60, 14, Stage.EARLY),
        (60, 15, Stage.MIDDLE),
        (60, 46, Stage.CLOSING),  # at least fourteen days
        (365, 336, Stage.MIDDLE),
        (365, 337, Stage.CLOSING),  # at most twenty-eight days
        (182, 400, Stage.CLOSING),
    ],
)
def test_the_stage_follows_from_the_days_since_the_first_meeting(
    planned: int, day: int, stage: Stage
) -> None:
    today = MET + timedelta(days=day)

    assert stage_of(first_met_on=MET, planned_days=planned, today=today) == stage


def test_before_the_first_meeting_it_is_before_however_long_that_takes() -> None:
    late = MET + timedelta(days=300)

    assert stage_of(first_met_on=None, planned_days=182, today=late) == Stage.BEFORE


def test_who_raised_a_signal_is_in_a_rupture_whatever_the_time() -> None:
    asked = stage_of(first_met_on=MET, planned_days=182, today=MET, rupture=True)

    assert asked == Stage.RUPTURE


def test_a_pairing_that_is_asked_to_end_is_closing() -> None:
    asked = stage_of(first_met_on=MET, planned_days=182, today=MET, closing_asked=True)

    assert asked == Stage.CLOSING
