"""When kind words of parting are shown: together, never one before the other."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from matcher.pairings.models import Meeting, MeetingState
from matcher.pairings.models.closing import Closing, Farewell
from matcher.pairings.times import local_day

# The last meeting is one in the two weeks before the end, or after it.
LAST_DAYS = timedelta(days=14)
COUNTS = {MeetingState.PLANNED, MeetingState.HELD}


def last_meeting(ends_on: date, meetings: Iterable[Meeting], *, zone: str) -> Meeting | None:
    """Return the meeting in which the two say goodbye, as far as one is planned."""
    late = [
        each
        for each in meetings
        if each.state in COUNTS and local_day(each.starts_at, zone) >= ends_on - LAST_DAYS
    ]
    return max(late, key=lambda each: each.starts_at, default=None)


def are_revealed(
    closing: Closing, farewells: Sequence[Farewell], last: Meeting | None, *, now: datetime
) -> bool:
    """Once both have written, at the last meeting, or when all is over."""
    both_wrote = sum(each.written_at is not None for each in farewells) > 1
    have_met = last is not None and last.starts_at <= now
    return both_wrote or have_met or not closing.pairing.is_open
