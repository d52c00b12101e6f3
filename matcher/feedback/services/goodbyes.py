"""Seeing in time that one of two stays silent while a pairing comes to its end."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.feedback.known import Known
from matcher.feedback.models import Signal
from matcher.feedback.raising import raised
from matcher.feedback.services.signals import Cause, raise_signals
from matcher.feedback.triggers import Moment
from matcher.members.models import Member
from matcher.pairings.models import Meeting, Pairing
from matcher.pairings.queries.closing import Ending
from matcher.pairings.revealing import last_meeting

# An answer is asked from four weeks before the end, and waited for two weeks.
FROM = timedelta(weeks=4)
WAIT = timedelta(days=14)


def miss_goodbye(
    db: Session, pairing: Pairing, ending: Ending, meetings: Sequence[Meeting], *, now: datetime
) -> list[Signal]:
    """Ask a coordinator to send a goodbye: once, whoever it is that does not answer."""
    silent = silent_ones(pairing, ending, meetings, now=now)
    if not (ending.closing and silent):
        return []
    about = silent[0] if len(silent) == 1 else None
    cause = Cause(id=ending.closing.id, pairing=pairing, member=about)
    known = Known(silent_at_the_end=True)
    return raise_signals(db, raised(known, Moment.ENDING), cause, now=now)


def silent_ones(
    pairing: Pairing, ending: Ending, meetings: Sequence[Meeting], *, now: datetime
) -> list[Member]:
    """Return who has done nothing for two weeks, while no last meeting is planned."""
    closing = ending.closing
    if closing is None or not pairing.is_open:
        return []
    zone = ZoneInfo(pairing.programme.zone)
    asked = datetime.combine(closing.ends_on - FROM, time(), zone)
    if now < max(closing.begun_at, asked) + WAIT:
        return []
    if last_meeting(closing.ends_on, meetings, zone=str(zone)):
        return []
    return [each for each in (pairing.mentor, pairing.mentee) if not _has_moved(ending, each)]


def _has_moved(ending: Ending, member: Member) -> bool:
    mine = ending.of(member.id)
    return bool(mine and (mine.written_at or mine.wish or mine.takeaway_sealed))
