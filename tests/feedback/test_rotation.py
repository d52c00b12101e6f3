"""Over time every tip is asked about, and the weak one more often."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from matcher.feedback.estimates import Answered, between, estimates
from matcher.feedback.models import CheckInKind
from matcher.feedback.questions import SAFE, keys, tips_to_ask
from matcher.feedback.rotation import TAKING_TURNS, whose_turn
from matcher.guidance.items import Scale
from matcher.guidance.selection import Choice, Estimates, Shown, State, choose
from matcher.guidance.stages import stage_of
from matcher.guidance.tips import Side, Stage, Tip

DAY = date(2026, 1, 7)


def asked_over_time(values: dict[Tip, float], pulses: int) -> list[list[Tip]]:
    asked: list[list[Tip]] = []
    last: dict[Tip, int] = {}
    answers: list[Answered] = []
    for number in range(pulses):
        today = DAY + timedelta(weeks=4 * number)
        now = estimates(answers, today=today)
        tips = whose_turn(now, last, number=tips_to_ask(is_first=number == 0))
        asked.append(list(tips))
        last |= dict.fromkeys(tips, number)
        answers += [Answered(tip, values[tip], today) for tip in tips]
    return asked


def test_each_tip_has_its_turn_and_waits_no_longer_than_three_more_pulses() -> None:
    values = dict.fromkeys(Tip, 0.85) | {Tip.EXPRESS: 0.3}
    asked = asked_over_time(values, 24)

    for tip in TAKING_TURNS:
        turns = [number for number, tips in enumerate(asked) if tip in tips]
        gaps = [later - earlier for earlier, later in pairwise(turns)]
        assert turns[0] <= 3
        assert max(gaps) <= 4  # at most three pulses without it
    mean = 24 * 7 / sum(map(len, asked))
    assert mean == pytest.approx(2.3, abs=0.1)


def test_the_weakest_tip_is_asked_every_time() -> None:
    asked = asked_over_time(dict.fromkeys(Tip, 0.85) | {Tip.EXPRESS: 0.3}, 12)
    first = next(number for number, tips in enumerate(asked) if Tip.EXPRESS in tips)

    assert all(Tip.EXPRESS in tips for tips in asked[first:])


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("is_first", [True, False])
def test_a_pulse_takes_eight_taps(side: Side, is_first: bool) -> None:  # noqa: FBT001  # a table
    tips = TAKING_TURNS[: tips_to_ask(is_first=is_first)]
    asked = keys(CheckInKind.PULSE, side, tips, is_first=is_first)

    assert len(asked) == len(set(asked)) == 8
    assert {"bond", SAFE, "mood", "talk"} < set(asked)
    assert ("fit" in asked) == is_first
    assert ("goal" in asked) == (side == Side.MENTEE)


@pytest.mark.parametrize("kind", [CheckInKind.MIDPOINT, CheckInKind.CLOSING])
def test_halfway_and_at_the_end_all_sixteen_items_are_asked(kind: CheckInKind) -> None:
    asked = keys(kind, Side.MENTEE, (), is_first=False)

    assert {f"{tip}.{letter}" for tip in Tip for letter in "AB"} < set(asked)
    assert ("again" in asked) == (kind == CheckInKind.CLOSING)


def test_an_estimate_begins_at_the_usual_and_follows_newer_answers_more() -> None:
    nothing = estimates([], today=DAY)
    one = estimates([Answered(Tip.LISTEN, 0.0, DAY)], today=DAY)
    old = estimates([Answered(Tip.LISTEN, 0.0, DAY - timedelta(days=28))], today=DAY)

    assert nothing == dict.fromkeys(Tip, 0.75)
    assert one[Tip.LISTEN] == pytest.approx(1.5 * 0.75 / 2.5)
    assert old[Tip.LISTEN] == pytest.approx(1.5 * 0.75 / 2.0)
    assert estimates([], today=DAY, usual={Tip.LISTEN: 0.4})[Tip.LISTEN] == pytest.approx(0.4)


def test_scores_come_between_nought_and_one() -> None:
    assert [between(score, Scale.FREQ) for score in range(1, 6)] == [0, 0.25, 0.5, 0.75, 1]
    assert [between(score, Scale.FIT) for score in range(1, 6)] == [0, 0.5, 1, 0.5, 0]


def test_half_a_year_of_cards_covers_all_tips_and_returns_to_the_weak_one() -> None:
    """The reference run of the design: a card every 14 days and at a change of stage."""
    low = Tip.EXPRESS
    values = dict.fromkeys(Tip, 0.85) | {low: 0.3}
    answers: list[Answered] = []
    shown: list[Shown] = []
    stage: Stage | None = None
    for day in range(-14, 182):
        today = DAY + timedelta(days=day)
        now = datetime.combine(today, time(9), UTC)
        if day >= 7 and (day - 7) % 28 == 0:
            answers += [Answered(tip, values[tip], today) for tip in Tip]
        met = DAY if day >= 0 else None
        before, stage = stage, stage_of(first_met_on=met, planned_days=182, today=today)
        if day % 14 and stage == before:
            continue
        own = estimates(answers, today=today)
        state = State(
            side=Side.MENTEE,
            stage=stage,
            now=now,
            estimates=Estimates(own=own),
            shown=tuple(shown),
        )
        choice = choose(state)
        if isinstance(choice, Choice):
            shown.append(Shown(choice.tip, stage, now))

    tips = [each.tip for each in shown]
    assert set(tips) == set(Tip)
    assert tips.count(low) in {3, 4}
    assert len(tips) in {14, 15}
