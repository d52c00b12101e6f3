"""How a pairing seems to go: a band with two reasons that sorts a list, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import Band, Health
from matcher.feedback.services import answer_check_in
from matcher.feedback.usual import Said, usual
from matcher.feedback.wellness import Lived, Part, Quality, judge, parts_of, rhythm, trend
from matcher.guidance.tips import Side, Stage, Tip
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_programme
from tests.factories.feedback import PULSE, a_check_in, a_met_pairing


def quality(value: float) -> Quality:
    return Quality(bond=value, tips=dict.fromkeys(Tip, value))


GOOD = Lived(
    mentee=[quality(0.9)], mentor=[quality(0.9)], goal=0.75, gap_days=10, asked=2, answered=2
)


def test_the_formula_of_the_design() -> None:
    """Q .7·.5 + .3·.7, R (42 − 21)/24.5, G .5, T .5 − .2, E 2 of 3."""
    lived = Lived(
        mentee=[quality(0.5), quality(0.7)],
        mentor=[quality(0.9), quality(0.9)],
        goal=0.5,
        rhythm_days=14,
        gap_days=21,
        asked=3,
        answered=2,
    )

    parts = parts_of(lived)
    assert parts[Part.QUALITY] == pytest.approx(0.56)
    assert parts[Part.RHYTHM] == pytest.approx(21 / 24.5)
    assert parts[Part.TREND] == pytest.approx(0.3)
    assert parts[Part.ANSWERING] == pytest.approx(2 / 3)
    assert judge(lived).score == pytest.approx(
        100 * (0.40 * 0.56 + 0.25 * 21 / 24.5 + 0.15 * 0.5 + 0.10 * 0.3 + 0.10 * 2 / 3)
    )


BANDS = [(1.0, Band.STEADY), (0.5, Band.WATCH), (0.0, Band.TALK)]


@pytest.mark.parametrize(("value", "band"), BANDS)
def test_bands(value: float, band: Band) -> None:
    gap, same = int(42 - 24.5 * value), [quality(value)]
    lived = Lived(mentee=same, mentor=same, goal=value, gap_days=gap)

    assert judge(lived).band == band


def test_it_is_too_early_before_a_meeting_and_an_answer_and_silent_in_a_pause() -> None:
    assert judge(Lived(mentee=[quality(0.1)])).band == Band.TOO_EARLY
    assert judge(Lived(gap_days=3)).band == Band.TOO_EARLY
    assert judge(Lived(mentee=[quality(0.1)], gap_days=90, is_paused=True)).band == Band.PAUSED


def test_with_little_to_go_by_or_the_same_answer_everywhere_it_says_so() -> None:
    assert not judge(GOOD).is_unsure
    assert judge(Lived(mentee=[quality(0.9)], gap_days=3)).is_unsure
    assert judge(replace(GOOD, all_the_same=True)).is_unsure


@given(
    st.lists(st.floats(0, 1), max_size=3),
    st.lists(st.floats(0, 1), max_size=3),
    st.one_of(st.none(), st.floats(0, 1)),
    st.one_of(st.none(), st.integers(0, 400)),
    st.integers(0, 6),
)
def test_always_two_reasons_and_a_score_between_0_and_100(
    mentee: list[float], mentor: list[float], goal: float | None, gap: int | None, asked: int
) -> None:
    lived = Lived(
        mentee=[quality(each) for each in mentee],
        mentor=[quality(each) for each in mentor],
        goal=goal,
        gap_days=gap,
        asked=asked,
        answered=asked // 2,
    )

    verdict = judge(lived)

    assert len(set(verdict.reasons)) == 2
    assert verdict.score is None or 0 <= verdict.score <= 100
    assert 0 <= rhythm(lived) <= 1
    change = trend(lived)
    assert change is None or 0 <= change <= 1


def test_what_is_usual_leaves_out_the_own_pair_and_needs_five_people() -> None:
    pairings = [a_met_pairing() for _ in range(6)]
    said = [
        Said(each.id, each.mentee.id, Side.MENTEE, Stage.EARLY, Tip.LISTEN, number / 10)
        for number, each in enumerate(pairings)
    ]

    def means(without: int, rows: list[Said] = said) -> object:
        own = pairings[without].id
        return dict(usual(rows, without=own, side=Side.MENTEE, stage=Stage.EARLY))

    assert means(0) == {Tip.LISTEN: pytest.approx(0.3)}
    assert means(5) == {Tip.LISTEN: pytest.approx(0.2)}
    assert means(0, said[:5]) == {}


def test_an_answer_is_reckoned_at_once_and_neither_of_the_two_ever_sees_it(
    db: Session, browse: Browse
) -> None:
    pairing = a_met_pairing(TODAY - timedelta(days=7), programme=a_programme())
    check_in = a_check_in(pairing)
    db.add(check_in)
    db.flush()

    answer_check_in(db, check_in, {**PULSE, "bond": 1, "listen.A": 1, "goal": 1}, now=NOW)
    db.commit()

    (health,) = db.scalars(select(Health))
    assert health.band in set(Band)
    assert len(health.reasons) == 2
    db.commit()
    page = browse(pairing.programme.contact).get(f"/coordination/{pairing.programme_id}/pairs").text
    for reason in health.reasons:
        assert reason in page
        for member in (pairing.mentee, pairing.mentor):
            assert reason not in browse(member).get(f"/pairings/{pairing.id}").text
