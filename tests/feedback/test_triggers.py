"""A coordinator is brought in at the thresholds of the table, and not before."""

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest

from matcher.feedback.answers import Pulse
from matcher.feedback.known import Known
from matcher.feedback.raising import Raised, called_for, is_early, raised
from matcher.feedback.triggers import TRIGGERS, Moment
from matcher.guidance.tips import Side, Tip

DAY = date(2026, 3, 2)
GOOD = {"safe.A": 5, "listen.A": 4, "empathy.A": 4, "express.A": 4}


def pulse(side: Side = Side.MENTEE, items: Mapping[str, int] = GOOD, **answers: object) -> Pulse:
    return Pulse(period=1, side=side, on=DAY, items=items, **answers)  # type: ignore[arg-type]  # by name


def low(number: int) -> dict[str, int]:
    return {key: 2 if place < number else 4 for place, key in enumerate(GOOD)}


def codes(known: Known, at: Moment = Moment.ANSWER) -> set[str]:
    return {each.code for each in raised(known, at)}


def test_a_good_check_in_raises_nothing() -> None:
    good = pulse(bond=5, goal=4, mood=1, fit="yes")

    assert codes(Known(pulses=(good, good, good), bonds=((5, 5), (4, 5)))) == set()


@pytest.mark.parametrize(
    ("known", "at", "expected"),
    [
        (Known(concern=True), Moment.CONCERN, Raised("W0", 1)),
        (Known(pulses=(pulse(talk=True),)), Moment.ANSWER, Raised("W0", 2)),
        (
            Known(pulses=(pulse(items={**GOOD, "safe.A": 1}, talk=True),)),
            Moment.ANSWER,
            Raised("W0", 1),
        ),
        (Known(has_met=False, days_paired=21), Moment.DAY, Raised("W1", 3)),
        (Known(gap_days=36, rhythm_days=14), Moment.DAY, Raised("W2", 5)),
        (Known(absences_in_a_row=2), Moment.DAY, Raised("W2", 5)),
        (Known(missed_in_a_row=2), Moment.CLOSED, Raised("W3", 5)),
        (Known(both_missed=True, missed_in_a_row=1), Moment.CLOSED, Raised("W3", 5)),
        (Known(pulses=(pulse(items=low(2)),)), Moment.ANSWER, Raised("W4", 5)),
        (Known(pulses=(pulse(items=low(1)), pulse(items=low(1)))), Moment.ANSWER, Raised("W4", 5)),
        (Known(bonds=((5, 3), (2, 4))), Moment.ANSWER, Raised("W6", 5)),
        (Known(pulses=(pulse(fit="no"),)), Moment.ANSWER, Raised("W7", 3)),
        (
            Known(pulses=(pulse(Side.MENTOR, capacity=2), pulse(Side.MENTOR, capacity=1))),
            Moment.ANSWER,
            Raised("W10", 5),
        ),
    ],
)
def test_a_trigger_is_raised_at_its_threshold(known: Known, at: Moment, expected: Raised) -> None:
    assert raised(known, at) == [expected]


@pytest.mark.parametrize(
    ("known", "at"),
    [
        (Known(has_met=False, days_paired=20), Moment.DAY),
        (Known(has_met=True, days_paired=90), Moment.DAY),
        (Known(gap_days=35, rhythm_days=14), Moment.DAY),
        (Known(absences_in_a_row=1), Moment.DAY),
        (Known(missed_in_a_row=1), Moment.CLOSED),
        (Known(pulses=(pulse(items=low(1)), pulse(), pulse(items=low(1)))), Moment.ANSWER),
        (Known(pulses=(pulse(items={**GOOD, "safe.A": 2}),)), Moment.ANSWER),
        (Known(bonds=((5, 3), None, (5, 3))), Moment.ANSWER),
        (Known(bonds=((5, 3), (5, 4))), Moment.ANSWER),
        (Known(pulses=(pulse(fit="unsure"),)), Moment.ANSWER),
        (Known(pulses=(pulse(mood=1, shares_mood=True), pulse(mood=1))), Moment.ANSWER),
        (Known(pulses=(pulse(capacity=2), pulse(capacity=3))), Moment.ANSWER),
        (Known(pulses=(pulse(capacity=1),)), Moment.ANSWER),
    ],
)
def test_short_of_its_threshold_it_is_not(known: Known, at: Moment) -> None:
    assert raised(known, at) == []


def test_of_help_both_far_too_little_and_far_too_much_are_low() -> None:
    for score, expected in {1: {"W4"}, 2: set(), 3: set(), 4: set(), 5: {"W4"}}.items():
        both = pulse(items={**GOOD, "practical.A": score, "listen.A": 2})

        assert codes(Known(pulses=(both,))) == expected


def test_a_mentor_answers_about_help_on_the_other_scale() -> None:
    often = pulse(Side.MENTOR, items={**GOOD, "practical.A": 5})

    assert often.low_items == 0


@pytest.mark.parametrize(("now", "falls"), [(4, False), (3, True)])
def test_a_fall_is_measured_against_the_two_check_ins_before(now: int, falls: bool) -> None:  # noqa: FBT001  # a table
    newest = pulse(items=dict.fromkeys(GOOD, now))
    before = pulse(items={**GOOD, "safe.A": 4})

    assert ("W5" in codes(Known(pulses=(newest, before, before)))) == falls
    assert "W5" not in codes(Known(pulses=(newest, before)))


@pytest.mark.parametrize(
    ("scores", "code", "tips"),
    [
        ((4, 4, 4, 3), set(), ()),
        ((2, 4, 4, 3), set(), (Tip.SAFE,)),
        ((4, 4, 3, 2), set(), (Tip.EXPRESS,)),
        ((3, 3, 3, 3), {"W5"}, (Tip.LISTEN,)),
    ],
)
def test_from_three_quarters_of_a_point_a_card_comes_and_from_a_whole_one_a_signal(
    scores: tuple[int, ...], code: set[str], tips: tuple[Tip, ...]
) -> None:
    newest = pulse(items=dict(zip(GOOD, scores, strict=True)))
    before = pulse(items=dict.fromkeys(GOOD, 4))
    known = Known(pulses=(newest, before, before))

    assert codes(known) == code
    assert called_for(known, Moment.ANSWER) == tips


@pytest.mark.parametrize(
    ("newest_first", "signals", "tips"),
    [
        ((4, 5), set(), (Tip.AUTONOMY, Tip.SAFE)),
        ((4, None, 4), set(), (Tip.AUTONOMY, Tip.SAFE)),
        ((4, 3, 4), set(), ()),
        ((None, 4, 4), set(), ()),
        ((4, 4, 4), {"W11"}, (Tip.AUTONOMY, Tip.SAFE)),
    ],
)
def test_help_that_is_too_much_again_and_again(
    newest_first: tuple[int | None, ...], signals: set[str], tips: tuple[Tip, ...]
) -> None:
    said = [GOOD if score is None else {**GOOD, "practical.A": score} for score in newest_first]
    known = Known(pulses=tuple(pulse(items=items) for items in said))
    of_mentor = Known(pulses=tuple(pulse(Side.MENTOR, items=items) for items in said))

    assert codes(known) == signals
    assert called_for(known, Moment.ANSWER) == tips
    assert called_for(of_mentor, Moment.ANSWER) == ()


@pytest.mark.parametrize(
    ("code", "known", "expected"),
    [
        ("W1", Known(has_met=False, days_paired=14), True),
        ("W1", Known(has_met=False, days_paired=13), False),
        ("W2", Known(gap_days=25, rhythm_days=14), True),
        ("W2", Known(gap_days=24, rhythm_days=14), False),
        ("W7", Known(pulses=(pulse(fit="unsure"),)), True),
        ("W8", Known(pulses=(pulse(mood=2, shares_mood=True),)), True),
        ("W8", Known(pulses=(pulse(mood=2),)), False),
        ("W10", Known(pulses=(pulse(capacity=2),)), True),
        ("W11", Known(days_outside_hours=1), True),
        ("W11", Known(help_too_much=1), False),
    ],
)
def test_what_the_service_does_by_itself_begins_sooner(
    code: str, known: Known, *, expected: bool
) -> None:
    assert is_early(code, known) == expected


def test_hard_questions_do_not_look_like_a_fall() -> None:
    newest = pulse(items={"safe.A": 4, "feedback.A": 3, "resources.A": 3, "autonomy.A": 2})
    before = pulse(items=GOOD)
    usual = {Tip.FEEDBACK: 0.5, Tip.RESOURCES: 0.5, Tip.AUTONOMY: 0.25}

    assert "W5" in codes(Known(pulses=(newest, before, before)))
    assert "W5" not in codes(Known(pulses=(newest, before, before), usual=usual))


def test_bad_moods_count_only_when_shared_and_a_talk_is_wanted() -> None:
    bad = pulse(mood=2, shares_mood=True, talk=True)
    quiet = pulse(mood=2, shares_mood=True)

    assert "W8" in codes(Known(pulses=(bad, bad)))
    assert codes(Known(pulses=(quiet, bad))) == set()
    assert "W8" not in codes(Known(pulses=(bad,)))


def test_every_trigger_has_its_row() -> None:
    assert {each.code for each in TRIGGERS} == {f"W{number}" for number in range(14)}


def test_healthy_pairs_are_left_in_peace_and_falls_are_noticed() -> None:
    """The model of the design: four items, seven pulses, a drop of 1.2 from the 4th."""
    chance = Random(2026)  # noqa: S311  # a test repeats itself
    people = 4000
    alarms = sum(_is_noticed(_life(chance, drop=0)) for _ in range(people)) / people
    caught = sum(_is_noticed(_life(chance, drop=1.2)) for _ in range(people)) / people

    assert alarms == pytest.approx(0.019, abs=0.03)
    assert caught == pytest.approx(0.85, abs=0.03)


def _life(chance: Random, *, drop: float) -> list[Pulse]:
    person = chance.gauss(0, 0.35)
    lived = []
    for number in range(7):
        level = 4.3 + person - (drop if number >= 3 else 0)
        items = {key: _tap(level + chance.gauss(0, 0.55)) for key in GOOD}
        if chance.random() >= 0.15:
            lived.append(pulse(items=items))
    return lived


def _tap(level: float) -> int:
    return min(5, max(1, round(level)))


def _is_noticed(lived: list[Pulse]) -> bool:
    return any(
        codes(Known(pulses=tuple(reversed(lived[: number + 1])))) & {"W4", "W5"}
        for number in range(len(lived))
    )
