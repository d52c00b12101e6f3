"""The page of the two together, as one of them sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.leaves import Tile, tiles
from matcher.pairings.models import MeetingState
from matcher.pairings.queries.around import Around
from matcher.pairings.queries.met import Met
from matcher.pairings.queries.pairs import Pair
from matcher.pairings.views.cards import CardView, card_view
from matcher.pairings.views.heard import Memory, last_memory
from matcher.pairings.views.next_thing import AHEAD, next_thing
from matcher.pairings.views.support import ContextView, WishView, context_view, wish_view

MOST_PAST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    id: UUID
    starts_at: datetime
    minutes: int
    online: bool
    where: str
    link: str  # the same as `where` when a browser can open it
    state: str
    is_mine: bool  # proposed by the reader
    times: tuple[datetime, ...]  # still to come, of those that are on offer


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingPage:
    """One side's view. Nothing of it differs by what the other answered or told anyone."""

    id: UUID
    me: str
    partner: str
    pronouns: str
    side: str
    since: date
    until: date
    rhythm_days: int
    paused_until: date | None
    closed_on: date | None
    coordinator: str
    stand_in: str
    held: int
    next: str  # the one thing for now, as in next_thing.py
    ahead: MeetingLine | None
    past: tuple[MeetingLine, ...]
    card: CardView | None
    leaves: tuple[Tile, ...]
    remembered: Memory | None  # what the mentee said last time, while a meeting is ahead
    wish: WishView | None  # what would help the mentee in the meeting ahead
    context: ContextView | None  # what goes on with the mentee, for their mentor
    shares_times: bool  # there are times at which both said they can

    @property
    def has_met(self) -> bool:
        return self.held > 0

    @property
    def mentee(self) -> str:
        return self.me if self.side == Side.MENTEE else self.partner

    @property
    def mentor(self) -> str:
        return self.partner if self.side == Side.MENTEE else self.me


def pairing_page(
    member: Member, pair: Pair, meetings: Sequence[Met], around: Around, *, now: datetime
) -> PairingPage:
    is_mentor = pair.side_of(member) == Side.MENTOR
    side = Side.MENTOR if is_mentor else Side.MENTEE
    ahead = next((each for each in meetings if each.state in AHEAD), None)
    past = [each for each in meetings if each.state in PAST]
    return PairingPage(
        id=pair.id,
        me=member.name,
        partner=pair.mentee if is_mentor else pair.mentor,
        pronouns=pair.mentee_pronouns if is_mentor else pair.mentor_pronouns,
        side=str(side),
        since=pair.since,
        until=pair.planned_end,
        rhythm_days=pair.rhythm_days,
        paused_until=pair.paused_until,
        closed_on=pair.closed_on,
        coordinator=pair.coordinator,
        stand_in=pair.stand_in or "",
        held=sum(each.state == MeetingState.HELD for each in meetings),
        next=next_thing(member.id, side, pair.state, meetings, around.counts, now=now),
        ahead=_line(ahead, member, now) if ahead else None,
        past=tuple([_line(each, member, now) for each in past[:MOST_PAST]]),
        card=card_view(around.card, pair.phones, member.language),
        leaves=tiles(side, around.counts, member.language),
        remembered=last_memory(meetings) if ahead else None,
        wish=wish_view(ahead.support, pair.mentee, member.language) if ahead else None,
        context=context_view(around.context, pair.mentee_zone, now) if is_mentor else None,
        shares_times=len(set.intersection(*map(set, around.slots))) > 1,
    )


PAST = {MeetingState.HELD, MeetingState.MISSED}


def _line(meeting: Met, member: Member, now: datetime) -> MeetingLine:
    is_link = meeting.where.startswith(("https://", "http://"))
    return MeetingLine(
        id=meeting.id,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        online=meeting.online,
        where=meeting.where,
        link=meeting.where if is_link else "",
        state=str(meeting.state),
        is_mine=meeting.proposed_by_id == member.id,
        times=tuple([each for each in meeting.offered if each > now]),
    )
