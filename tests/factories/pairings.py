"""Makes meetings, and pairings with somebody to meet."""

from datetime import datetime, timedelta

from matcher.pairings.models import Meeting, MeetingState, Pairing
from matcher.pairings.services.meetings import Plan
from tests.factories import NOW

LATER = NOW + timedelta(days=7)


def a_meeting(
    pairing: Pairing,
    *,
    starts_at: datetime = LATER,
    state: MeetingState = MeetingState.PLANNED,
    where: str = "Library Neude",
) -> Meeting:
    """Make a meeting that the mentee proposed."""
    return Meeting(
        pairing=pairing,
        starts_at=starts_at,
        minutes=60,
        proposed_by_id=pairing.mentee.id,
        where=where,
        state=state,
    )


def a_plan(starts_at: datetime = LATER, where: str = "Library Neude") -> Plan:
    return Plan(starts_at=starts_at, minutes=60, online=False, where=where)
