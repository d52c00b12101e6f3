"""What was heard, as each of the two sees it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import MeetingState, Pairing, TalkBalance
from matcher.pairings.queries.met import Met
from matcher.pairings.views.sides import sides_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A line that was made right: the two keep it together."""

    met_at: datetime
    text: str
    is_corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPage:
    id: UUID
    partner: str
    mentee: str
    mentor: str
    is_mentor: bool
    is_open: bool
    meeting_id: UUID | None  # the one that the page asks about
    met_at: datetime | None
    said: str  # by the mentor, and not made right yet
    memories: tuple[Memory, ...]
    talked: int | None  # the reader's own answer


def heard_page(
    member: Member, pairing: Pairing, meetings: Sequence[Met], talk: TalkBalance | None
) -> HeardPage:
    side, partner = sides_of(member, pairing)
    about = asked_about(meetings)
    waits = about.heard if about and about.heard and not about.heard.kept_at else None
    return HeardPage(
        id=pairing.id,
        partner=partner.name,
        mentee=pairing.mentee.name,
        mentor=pairing.mentor.name,
        is_mentor=side == Side.MENTOR,
        is_open=pairing.is_open,
        meeting_id=about.id if about else None,
        met_at=about.starts_at if about else None,
        said=waits.said if waits else "",
        memories=memories_of(meetings),
        talked=talk.share["mine"] if talk and talk.share else None,
    )


def asked_about(meetings: Sequence[Met]) -> Met | None:
    """Return the meeting a page asks about: whose line waits, else the last that was held."""
    held = [each for each in meetings if each.state == MeetingState.HELD]
    waiting = (each for each in held if each.heard and not each.heard.kept_at)
    return next(waiting, held[0] if held else None)


def memories_of(meetings: Sequence[Met]) -> tuple[Memory, ...]:
    """List what the two keep, the latest first."""
    return tuple(_memories(meetings))


def last_memory(meetings: Sequence[Met]) -> Memory | None:
    return next(_memories(meetings), None)


def _memories(meetings: Sequence[Met]) -> Iterator[Memory]:
    return (
        Memory(met_at=each.starts_at, text=each.heard.kept, is_corrected=each.heard.is_corrected)
        for each in meetings
        if each.heard and each.heard.kept_at
    )
