"""Looking after pairings that do not meet, once a day."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.calendar import local_day
from matcher.feedback.known import Known
from matcher.feedback.models import Signal
from matcher.feedback.raising import Raised, raised
from matcher.feedback.services.nudging import is_ahead, needs_nudge, nudge_both
from matcher.feedback.services.signals import Cause, raise_signals, strict_codes
from matcher.feedback.triggers import Moment
from matcher.pairings.models import Meeting, MeetingState, Pairing

NOT_HELD = {MeetingState.CANCELLED, MeetingState.MISSED}


def watch(
    db: Session, pairing: Pairing, newest_first: Sequence[Meeting], *, now: datetime
) -> list[Signal]:
    """Nudge both when two do not meet as they agreed, and later raise a signal: once a gap."""
    cause = Cause(id=_cause(pairing, newest_first), pairing=pairing)
    if said := nudge_due(pairing, newest_first, now=now):
        nudge_both(db, pairing, said, cause.id, now=now)
    known = known_of_meetings(pairing, newest_first, now=now)
    strict = strict_codes(db, pairing.programme_id)
    return raise_signals(db, raised(known, Moment.DAY, strict), cause, now=now)


def nudge_due(pairing: Pairing, newest_first: Sequence[Meeting], *, now: datetime) -> str | None:
    known = known_of_meetings(pairing, newest_first, now=now)
    return needs_nudge(known, is_ahead(newest_first, now=now))


def noticed(pairing: Pairing, newest_first: Sequence[Meeting], *, now: datetime) -> list[Raised]:
    return raised(known_of_meetings(pairing, newest_first, now=now), Moment.DAY)


def known_of_meetings(pairing: Pairing, newest_first: Sequence[Meeting], *, now: datetime) -> Known:
    today = local_day(now, pairing.programme.zone)
    met = pairing.last_met_on or pairing.first_met_on
    past = [each for each in newest_first if each.starts_at <= now]
    return Known(
        days_paired=(today - pairing.since).days,
        has_met=met is not None,
        gap_days=(today - met).days if met else 0,
        rhythm_days=pairing.rhythm_days,
        absences_in_a_row=_absences(past),
    )


def _absences(past: Sequence[Meeting]) -> int:
    """Count the latest meetings that did not take place because of one and the same person."""
    number, absent = 0, past[0].absent_id if past else None
    for each in past:
        if absent is None or each.state not in NOT_HELD or each.absent_id != absent:
            break
        number += 1
    return number


def _cause(pairing: Pairing, newest_first: Sequence[Meeting]) -> UUID:
    """Name the last meeting that was held: what follows it signals once, until the next."""
    held = (each.id for each in newest_first if each.state == MeetingState.HELD)
    return next(held, pairing.id)
