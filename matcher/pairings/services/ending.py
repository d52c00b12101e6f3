"""Pausing, coming to an end, and stopping: nobody needs a reason, and nobody is to blame."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.queries import list_open_pairings
from matcher.pairings.services.closing_letters import tell_of_finish
from matcher.pairings.services.letters import tell_of_end, tell_of_pause
from matcher.pairings.services.meetings import cancel_all_ahead
from matcher.pairings.services.states import move_pairing, refuse_closed
from matcher.pairings.times import local_day
from matcher.programmes.models import Avoidance, EnrolmentState
from matcher.programmes.services import move_enrolment

LONGEST_PAUSE_DAYS = 92


class CloseReason(StrEnum):
    """Why a pairing ended; `unsaid` is a reason too."""

    COMPLETED = "completed"
    UNSAID = "unsaid"
    NO_TIME = "no_time"
    NO_CLICK = "no_click"
    OTHER_HELP = "other_help"


class Next(StrEnum):
    """What whoever leaves would like afterwards."""

    WAIT = "wait"
    STOP = "stop"


def pause_pairing(db: Session, pairing: Pairing, until: date, *, by: Member, now: datetime) -> None:
    """Rest until a day. Nothing is asked of either meanwhile."""
    today = local_day(now, pairing.programme.zone)
    if not 0 < (until - today).days <= LONGEST_PAUSE_DAYS:
        raise RuleBroken(N_("Choose a day after today, at most three months ahead."))
    move_pairing(db, pairing, PairingState.PAUSED, by=by, now=now, reason="asked")
    pairing.paused_until = until
    tell_of_pause(db, pairing, by=by, now=now)


def resume_pairing(db: Session, pairing: Pairing, *, by: Member | None, now: datetime) -> None:
    """Go on where the two stopped."""
    if pairing.state != PairingState.PAUSED:
        raise RuleBroken(N_("This pairing is not paused."))
    to = PairingState.ACTIVE if pairing.first_met_on else PairingState.BEGINNING
    move_pairing(db, pairing, to, by=by, now=now, reason="resumed")


def begin_closing(db: Session, pairing: Pairing, *, by: Member | None, now: datetime) -> None:
    """Come to an end together: the last meetings are about saying goodbye."""
    move_pairing(db, pairing, PairingState.CLOSING, by=by, now=now)


def close_pairing(  # noqa: PLR0913  # why, who wants what next, by whom
    db: Session,
    pairing: Pairing,
    reason: CloseReason,
    *,
    by: Member | None,
    now: datetime,
    after: Next = Next.WAIT,
) -> None:
    """End a pairing, and free both places. Who did not ask for it waits for another partner."""
    refuse_closed(pairing)
    if by:  # by the clock, nothing is ahead any more
        cancel_all_ahead(db, pairing, by=by, now=now)
    move_pairing(db, pairing, PairingState.CLOSED, by=by, now=now, reason=str(reason))
    pairing.mentor_place = pairing.mentee_place = None
    pairing.closed_on = local_day(now, pairing.programme.zone)
    pairing.close_reason = str(reason)
    db.flush()
    for side in Side:
        is_leaving = by is not None and pairing.side_of(by) == side
        _free(db, pairing, side, after if is_leaving else Next.WAIT, by=by, now=now)
    if reason == CloseReason.COMPLETED:
        tell_of_finish(db, pairing, now=now)
        return
    _do_not_meet_again(db, pairing, now=now)
    tell_of_end(db, pairing, by=by, now=now)


def _free(  # noqa: PLR0913  # whose place, and what they want next
    db: Session, pairing: Pairing, side: Side, after: Next, *, by: Member | None, now: datetime
) -> None:
    """Let an enrolment go on from here: with its other partners, waiting, or finished."""
    enrolment = pairing.enrolment_on(side)
    if enrolment.state != EnrolmentState.PAIRED or list_open_pairings(db, enrolment):
        return
    is_done = pairing.close_reason == CloseReason.COMPLETED or after == Next.STOP
    to = EnrolmentState.FINISHED if is_done else EnrolmentState.WAITING
    move_enrolment(db, enrolment, to, by=by, now=now, reason="ended")


def _do_not_meet_again(db: Session, pairing: Pairing, *, now: datetime) -> None:
    """Keep a later run from bringing the same two together."""
    two = pairing.mentee_member_id, pairing.mentor_member_id
    where = Avoidance.programme_id == pairing.programme_id
    same = select(Avoidance.id).where(
        where, Avoidance.member_id == two[0], Avoidance.other_id == two[1]
    )
    if db.scalar(same) is None:
        db.add(
            Avoidance(
                programme_id=pairing.programme_id,
                member_id=two[0],
                other_id=two[1],
                source="ended",
                since=now,
            )
        )
