"""Half a year of cards, as the design lived it through: every tip comes, the weak one oftener."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from matcher.feedback.estimates import Answered, estimates
from matcher.guidance.cards import variants
from matcher.guidance.selection import Choice, Estimates, Shown, State, choose, seen_lately
from matcher.guidance.stages import stage_of
from matcher.guidance.tips import Side, Tip

MET = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PAIRED, DAYS, EVERY, ASKED = -14, 182, 14, range(7, 183, 28)


def live_through(weak: Tip, side: Side, *, low: float, every_days: int = EVERY) -> list[Shown]:
    """Choose every two weeks and when the stage changes; all tips are answered every four weeks."""
    shown: list[Shown] = []
    before = None
    for day in range(PAIRED, DAYS + 1):
        now = MET + timedelta(days=day)
        stage = stage_of(
            first_met_on=MET.date() if day >= 0 else None, planned_days=DAYS, today=now.date()
        )
        if day % every_days == 0 or stage != before:
            state = State(
                side=side,
                stage=stage,
                now=now,
                estimates=Estimates(own=_own(weak, day, low)),
                shown=tuple(shown),
            )
            chosen = choose(state)
            if isinstance(chosen, Choice):
                every = variants(chosen.tip, stage, side)
                fresh = [each for each in every if each.id not in seen_lately(chosen.tip, state)]
                shown.append(Shown(chosen.tip, stage, now, (fresh or every)[0].id))
        before = stage
    return shown


def _own(weak: Tip, day: int, low: float) -> dict[Tip, float]:
    first = MET.date()
    said = [
        Answered(tip, low if tip == weak else 0.85, first + timedelta(days=at))
        for at in ASKED
        if at <= day
        for tip in Tip
    ]
    return estimates(said, today=first + timedelta(days=day))


@pytest.mark.parametrize("low", [0.3, 0.25])  # the design's, and 2 of 5
@pytest.mark.parametrize("weak", list(Tip))
def test_half_a_year_brings_fifteen_cards_of_all_eight_tips(weak: Tip, low: float) -> None:
    came = Counter(each.tip for each in live_through(weak, Side.MENTEE, low=low))

    assert set(came) == set(Tip)
    assert came.total() == 15
    assert 3 <= came[weak] <= 4


@pytest.mark.parametrize("weak", list(Tip))
def test_deciding_every_week_would_show_the_weak_tip_five_to_seven_times(weak: Tip) -> None:
    shown = live_through(weak, Side.MENTEE, low=0.3, every_days=7)
    came = Counter(each.tip for each in shown)

    assert sum(each.at >= MET for each in shown) == 27
    assert 5 <= came[weak] <= 7


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("weak", list(Tip))
def test_a_second_style_keeps_the_same_card_away_longer(weak: Tip, side: Side) -> None:
    came = live_through(weak, side, low=0.3)
    twice = Counter(each.card for each in came)

    assert max(twice.values()) <= 2


def test_no_tip_comes_again_within_two_weeks() -> None:
    came = live_through(Tip.SAFE, Side.MENTEE, low=0.3)

    assert all(first.tip != second.tip for first, second in pairwise(came))
