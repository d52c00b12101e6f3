"""What helps two people to choose a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.members.models import Member
from matcher.pairings.models import Meeting, Pairing
from matcher.pairings.times import MOST_SUGGESTED, Suggested, local_day, suggest_times
from matcher.pairings.views.sides import sides_of

MOST_ON_OFFER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """What helps to choose a time."""

    id: UUID
    partner: str
    zone: str
    is_first: bool
    meeting_id: UUID | None
    suggested: tuple[Suggested, ...]
    on_offer: tuple[Suggested, ...]  # more of them, for proposing a few at once


def plan_page(
    member: Member, pairing: Pairing, *, meeting: Meeting | None = None, now: datetime
) -> PlanPage:
    _side, partner = sides_of(member, pairing)
    mine, theirs = pairing.mentor_enrolment.slots, pairing.mentee_enrolment.slots
    shared = suggest_times(mine, theirs, today=local_day(now, member.zone), most=MOST_ON_OFFER)
    return PlanPage(
        id=pairing.id,
        partner=partner.name,
        zone=member.zone,
        is_first=pairing.first_met_on is None,
        meeting_id=meeting.id if meeting else None,
        suggested=shared[:MOST_SUGGESTED],
        on_offer=shared,
    )
