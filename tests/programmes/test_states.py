"""A sign-up moves between its states as the table says, and each move is told."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.programmes.models import EnrolmentState
from matcher.programmes.services.states import ALLOWED, LABELS, move_enrolment
from tests.factories import NOW
from tests.factories.programmes import in_state

_S = EnrolmentState
LATER = NOW + timedelta(hours=1)
EVERY = st.sampled_from(list(EnrolmentState))
ON_ONE_DATABASE = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example has its own row
)


@ON_ONE_DATABASE
@given(before=EVERY, wishes=st.lists(EVERY, max_size=8))
def test_whatever_is_asked_only_what_the_table_allows_happens(
    db: Session, before: EnrolmentState, wishes: list[EnrolmentState]
) -> None:
    enrolment = in_state(before)
    db.add(enrolment)
    db.flush()

    for to in wishes:
        now = enrolment.state
        with suppress(RuleBroken):
            move_enrolment(db, enrolment, to, by=enrolment.member, now=LATER)
        assert enrolment.state == (to if to in ALLOWED[now] | {now} else now)


@ON_ONE_DATABASE
@given(before=EVERY, to=EVERY)
def test_a_move_is_told_once_and_a_refusal_not_at_all(
    db: Session, before: EnrolmentState, to: EnrolmentState
) -> None:
    enrolment = in_state(before)
    db.add(enrolment)
    db.flush()

    with suppress(RuleBroken):
        move_enrolment(db, enrolment, to, by=enrolment.member, now=LATER)

    told = db.scalars(select(Event).where(Event.thing_id == enrolment.id)).all()
    moved = [{"before": before, "after": to, "side": "mentee"}] if to in ALLOWED[before] else []
    assert [{k: v for k, v in each.facts.items() if k != "reason"} for each in told] == moved
    assert enrolment.state_since == (LATER if moved else NOW)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, "This sign-up is now “being filled in”, and cannot become “paired”."),
        (Language.NL, "gekoppeld"),
    ],
)
def test_a_refusal_says_what_it_is_and_what_it_cannot_become(
    language: Language, words: str, db: Session
) -> None:
    enrolment = in_state(_S.DRAFT)
    db.add(enrolment)
    db.flush()

    with pytest.raises(RuleBroken) as refused:
        move_enrolment(db, enrolment, _S.PAIRED, by=None, now=NOW)

    assert words in say(refused.value.sentence, language)


def test_every_state_can_be_left_and_has_a_name() -> None:
    assert set(ALLOWED) == set(LABELS) == set(EnrolmentState)
    assert all(ALLOWED.values())


def test_what_ended_a_pause_forgets_until_when_it_was(db: Session) -> None:
    enrolment = in_state(_S.PAUSED)
    enrolment.paused_until = date(2026, 4, 1)
    db.add(enrolment)
    db.flush()

    move_enrolment(db, enrolment, _S.WAITING, by=None, now=LATER)

    assert enrolment.paused_until is None
