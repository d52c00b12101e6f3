"""The next card is the one that is needed most; where none fits, there is none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from matcher.guidance.selection import (
    Call,
    Choice,
    Estimates,
    Quiet,
    Reason,
    Shown,
    Silence,
    State,
    Suggestion,
    choose,
    suggest,
    value_of,
)
from matcher.guidance.tips import Side, Stage, Tip

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CALM = State(side=Side.MENTEE, stage=Stage.EARLY, now=NOW)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def chosen(state: State) -> Tip:
    choice = choose(state)
    assert isinstance(choice, Choice)
    return choice.tip


def test_without_answers_the_stage_decides() -> None:
    assert choose(CALM) == Choice(Tip.LISTEN, Reason.STAGE, value_of(Tip.LISTEN, CALM))
    assert chosen(replace(CALM, stage=Stage.BEFORE)) == Tip.SAFE
    assert chosen(replace(CALM, stage=Stage.CLOSING)) == Tip.AUTONOMY


def test_equal_tips_are_taken_in_their_order() -> None:
    assert chosen(replace(CALM, stage=Stage.MIDDLE)) == Tip.AUTONOMY  # as does FEEDBACK
    assert chosen(replace(CALM, stage=Stage.RUPTURE)) == Tip.EMPATHY  # as does SAFE


def test_the_value_is_what_the_design_says() -> None:
    shown = (Shown(Tip.LISTEN, Stage.EARLY, days_ago(28)),)
    state = replace(CALM, shown=shown, estimates=Estimates(own={Tip.LISTEN: 0.3}))

    assert value_of(Tip.LISTEN, state) == pytest.approx(0.55 * 0.7 + 0.25 + 0.2 * 0.5 - 0.15)


def test_what_goes_least_well_comes_first() -> None:
    assert chosen(replace(CALM, estimates=Estimates(own={Tip.FEEDBACK: 0.1}))) == Tip.FEEDBACK


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"concern_at": NOW - timedelta(hours=47)}, Quiet.CONCERN),
        ({"shown": (Shown(Tip.LISTEN, Stage.EARLY, days_ago(6.9)),)}, Quiet.RECENT),
        ({"off": frozenset(Tip)}, Quiet.NOTHING_FITS),
    ],
)
def test_sometimes_silence_is_better(changes: dict[str, object], why: Quiet) -> None:
    assert choose(replace(CALM, **changes)) == Silence(why)  # type: ignore[arg-type]  # by name


def test_safety_cannot_be_muted() -> None:
    assert chosen(replace(CALM, muted=frozenset(Tip))) == Tip.SAFE


def test_what_somebody_asks_for_comes_first_unless_it_was_just_shown() -> None:
    asked = replace(CALM, asked=Tip.RESOURCES)
    just_shown = replace(asked, shown=(Shown(Tip.RESOURCES, Stage.EARLY, days_ago(8)),))

    choice = choose(asked)
    assert isinstance(choice, Choice)
    assert (choice.tip, choice.reason) == (Tip.RESOURCES, Reason.ASKED)
    assert chosen(just_shown) != Tip.RESOURCES


def test_lows_of_the_programme_guide_mentors_only_where_they_said_nothing_themselves() -> None:
    estimates = Estimates(programme={Tip.RESOURCES: 0.2})
    mentor = replace(CALM, side=Side.MENTOR, estimates=estimates)
    own = replace(mentor, estimates=replace(estimates, own={Tip.RESOURCES: 0.9}))

    assert chosen(mentor) == Tip.RESOURCES
    assert chosen(own) == Tip.LISTEN
    assert chosen(replace(mentor, side=Side.MENTEE)) == Tip.LISTEN


def test_a_suggestion_waits_and_then_reaches_both_sides() -> None:
    waiting = replace(CALM, suggestion=Suggestion(tip=Tip.SAFE, not_before=days_ago(-1)))
    due = replace(CALM, suggestion=Suggestion(tip=Tip.SAFE, not_before=days_ago(0)))

    assert chosen(waiting) == Tip.LISTEN
    assert choose(due) == Choice(Tip.SAFE, Reason.STAGE, value_of(Tip.SAFE, due))
    mentor = choose(replace(due, side=Side.MENTOR))
    assert isinstance(mentor, Choice)
    assert (mentor.tip, mentor.reason) == (Tip.SAFE, Reason.SUGGESTED)


def test_a_suggestion_comes_two_to_nine_days_later() -> None:
    chance = Random(1)  # noqa: S311  # a test repeats itself
    waits = [suggest(Tip.SAFE, now=NOW, chance=chance).not_before - NOW for _ in range(500)]

    assert timedelta(days=2) <= min(waits) < timedelta(days=2.2)
    assert timedelta(days=8.8) < max(waits) <= timedelta(days=9)


def test_in_any_state_there_is_a_fitting_card_or_silence() -> None:
    chance = Random(2026)  # noqa: S311  # a test repeats itself
    silent = 0
    for _ in range(20_000):
        state = _any_state(chance)
        choice = choose(state)
        if isinstance(choice, Silence):
            silent += choice.why == Quiet.NOTHING_FITS
            assert _may_be_silent(state, choice)
        else:
            _assert_fits(state, choice)

    assert silent < 20_000 * 0.02


def _any_state(chance: Random) -> State:
    shown = tuple(
        Shown(
            chance.choice(list(Tip)), chance.choice(list(Stage)), days_ago(chance.uniform(0, 200))
        )
        for _ in range(chance.randint(0, 12))
    )
    return State(
        side=chance.choice(list(Side)),
        stage=chance.choice(list(Stage)),
        now=NOW,
        estimates=Estimates(own={tip: chance.random() for tip in Tip if chance.random() < 0.5}),
        shown=shown,
        muted=frozenset(tip for tip in Tip if chance.random() < 0.3),
        off=frozenset(tip for tip in Tip if chance.random() < 0.1),
        concern_at=days_ago(chance.uniform(0, 20)) if chance.random() < 0.1 else None,
        asked=chance.choice(list(Tip)) if chance.random() < 0.1 else None,
        calls=tuple(
            Call(chance.choice(list(Tip)), days_ago(chance.uniform(-5, 60)))
            for _ in range(chance.choice([0, 0, 0, 1, 2]))
        ),
        suggestion=Suggestion(
            tip=chance.choice(list(Tip)), not_before=days_ago(chance.uniform(-9, 9))
        )
        if chance.random() < 0.1
        else None,
    )


def _assert_fits(state: State, choice: Choice) -> None:
    assert choice.tip not in state.off
    assert choice.tip == Tip.SAFE or choice.tip not in state.muted
    assert state.concern_at is None or NOW - state.concern_at >= timedelta(hours=48)
    for each in state.shown:
        assert NOW - each.at >= timedelta(days=14 if each.tip == choice.tip else 7)

    if choice.reason == Reason.ANSWERED:
        calls = [each for each in state.calls if each.tip == choice.tip and each.since <= NOW]
        assert any(NOW - each.since < timedelta(days=28) for each in calls)
        last = max((each.at for each in state.shown if each.tip == choice.tip), default=None)
        assert last is None or any(last < each.since for each in calls)
    if choice.reason == Reason.ASKED:
        assert choice.tip == state.asked


def _may_be_silent(state: State, choice: Silence) -> bool:
    if choice.why == Quiet.CONCERN:
        return state.concern_at is not None and NOW - state.concern_at < timedelta(hours=48)
    if choice.why == Quiet.RECENT:
        return any(NOW - each.at < timedelta(days=7) for each in state.shown)
    return bool(state.off) or bool(state.muted)
