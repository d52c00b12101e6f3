"""Saying what would help, and sharing a line about what goes on just now."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.support import Support
from matcher.pairings.models import ContextLine, Meeting, MeetingState, Pairing
from matcher.pairings.queries.support import find_context
from matcher.pairings.services.states import refuse_closed
from matcher.pairings.times import local_day

LONGEST = timedelta(days=60)


def ask_for(db: Session, meeting: Meeting, support: Support) -> None:
    """Say what would help in a meeting. The mentee may change it until it is noted."""
    refuse_closed(meeting.pairing)
    if meeting.state not in {MeetingState.PROPOSED, MeetingState.PLANNED}:
        raise RuleBroken(N_("This meeting is settled already."))
    meeting.support = support
    db.flush()


def share_context(
    db: Session, pairing: Pairing, text: str, until: date, *, now: datetime
) -> ContextLine:
    """Share one line up to and with a day. It takes the place of the line before."""
    refuse_closed(pairing)
    today = local_day(now, pairing.mentee.zone)
    if not today <= until <= today + LONGEST:
        raise RuleBroken(N_("Choose a day from today on, at most 60 days ahead."))
    line = find_context(db, pairing) or ContextLine(pairing=pairing, until=until, shared_at=now)
    line.text, line.until, line.shared_at = text, until, now
    db.add(line)
    db.flush()
    return line


def unshare_context(db: Session, pairing: Pairing) -> None:
    """Take the line back at once. Nothing of it is kept."""
    line = find_context(db, pairing)
    if line:
        db.delete(line)
        db.flush()


def forget_context(db: Session, line: ContextLine, *, now: datetime) -> None:
    """Delete a line whose last day is over for whoever wrote it."""
    if line.until < local_day(now, line.pairing.mentee.zone):
        db.delete(line)
        db.flush()
