"""Resting and stopping: nobody needs a reason, and nobody is to blame."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.pairings.models import MeetingState, Pairing, PairingState
from matcher.pairings.services import begin_pairing
from matcher.pairings.services.ending import (
    CloseReason,
    Next,
    begin_closing,
    close_pairing,
    pause_pairing,
    resume_pairing,
)
from matcher.pairings.services.states import ALLOWED, move_pairing
from matcher.programmes.models import Avoidance, EnrolmentState
from tests.factories import NOW, TODAY, a_pairing, an_enrolment
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.flush()
    return pairing


def test_either_may_rest_until_a_day(db: Session, pairing: Pairing) -> None:
    pause_pairing(db, pairing, TODAY + 30 * DAY, by=pairing.mentee, now=NOW)
    db.flush()

    assert (pairing.state, pairing.paused_until) == (PairingState.PAUSED, TODAY + 30 * DAY)
    assert db.scalars(select(Mail.member_id)).all() == [pairing.mentor.id]


@pytest.mark.parametrize("days", [-1, 0, 93, 4000])
def test_a_rest_has_an_end_that_can_be_overseen(days: int, db: Session, pairing: Pairing) -> None:
    with pytest.raises(RuleBroken, match="at most three months"):
        pause_pairing(db, pairing, TODAY + days * DAY, by=pairing.mentee, now=NOW)


def test_after_a_rest_they_go_on_where_they_stopped(db: Session, pairing: Pairing) -> None:
    for first_met_on, state in ((None, PairingState.BEGINNING), (TODAY, PairingState.ACTIVE)):
        pairing.first_met_on = first_met_on
        pause_pairing(db, pairing, TODAY + DAY, by=pairing.mentor, now=NOW)
        resume_pairing(db, pairing, by=None, now=NOW)

        assert (pairing.state, pairing.paused_until) == (state, None)


def test_stopping_frees_both_places(db: Session, pairing: Pairing) -> None:
    close_pairing(db, pairing, CloseReason.UNSAID, by=pairing.mentee, now=NOW)

    assert (pairing.mentor_place, pairing.mentee_place) == (None, None)
    assert (pairing.state, pairing.closed_on) == (PairingState.CLOSED, TODAY)
    assert pairing.mentor_enrolment.state == EnrolmentState.WAITING
    assert pairing.mentee_enrolment.state == EnrolmentState.WAITING


def test_who_leaves_may_stop_and_the_other_waits(db: Session, pairing: Pairing) -> None:
    close_pairing(db, pairing, CloseReason.NO_TIME, by=pairing.mentor, now=NOW, after=Next.STOP)

    assert pairing.mentor_enrolment.state == EnrolmentState.FINISHED
    assert pairing.mentee_enrolment.state == EnrolmentState.WAITING


def test_what_is_done_is_finished_for_both(db: Session, pairing: Pairing) -> None:
    begin_closing(db, pairing, by=None, now=NOW)
    close_pairing(db, pairing, CloseReason.COMPLETED, by=pairing.mentee, now=NOW)

    assert pairing.mentor_enrolment.state == EnrolmentState.FINISHED
    assert pairing.mentee_enrolment.state == EnrolmentState.FINISHED
    assert db.scalars(select(Avoidance)).all() == []


def test_a_mentor_with_another_mentee_stays_paired(db: Session, pairing: Pairing) -> None:
    pairing.mentor_enrolment.places = 2
    other = an_enrolment(Side.MENTEE, programme=pairing.programme)
    db.add(other)
    begin_pairing(db, pairing.mentor_enrolment, other, since=TODAY, now=NOW)

    close_pairing(db, pairing, CloseReason.UNSAID, by=pairing.mentor, now=NOW)

    assert pairing.mentor_enrolment.state == EnrolmentState.PAIRED


def test_two_who_stopped_are_not_brought_together_again(db: Session, pairing: Pairing) -> None:
    close_pairing(db, pairing, CloseReason.NO_CLICK, by=pairing.mentee, now=NOW)
    db.flush()

    avoided = db.scalars(select(Avoidance)).one()
    assert (avoided.member_id, avoided.other_id) == (pairing.mentee.id, pairing.mentor.id)


def test_the_other_is_told_but_never_why(db: Session, pairing: Pairing) -> None:
    close_pairing(db, pairing, CloseReason.NO_CLICK, by=pairing.mentee, now=NOW)
    db.flush()

    mail = db.scalars(select(Mail)).one()
    assert mail.member_id == pairing.mentor.id
    assert "no_click" not in str(mail.letter)
    assert "suit" not in str(mail.letter)


def test_meetings_ahead_are_called_off(db: Session, pairing: Pairing) -> None:
    meeting = a_meeting(pairing)
    db.add(meeting)
    db.flush()

    close_pairing(db, pairing, CloseReason.UNSAID, by=pairing.mentee, now=NOW)

    assert meeting.state == MeetingState.CANCELLED


def test_an_ended_pairing_stays_ended(db: Session, pairing: Pairing) -> None:
    close_pairing(db, pairing, CloseReason.UNSAID, by=pairing.mentee, now=NOW)

    with pytest.raises(RuleBroken, match="has ended"):
        close_pairing(db, pairing, CloseReason.UNSAID, by=pairing.mentor, now=NOW)
    with pytest.raises(RuleBroken):
        resume_pairing(db, pairing, by=pairing.mentor, now=NOW)


@pytest.mark.parametrize("before", list(PairingState))
@pytest.mark.parametrize("after", list(PairingState))
def test_a_pairing_moves_only_where_it_may(
    before: PairingState, after: PairingState, db: Session, pairing: Pairing
) -> None:
    pairing.state = before

    if after in ALLOWED[before]:
        move_pairing(db, pairing, after, by=None, now=NOW)
        assert pairing.state == after
    else:
        with pytest.raises(RuleBroken):
            move_pairing(db, pairing, after, by=None, now=NOW)
        assert pairing.state == before
