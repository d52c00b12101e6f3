"""What each of the two is shown of their pairing. Templates get these, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from matcher.foundation.words import Sentence, sentence
from matcher.guidance.cards import cards, text
from matcher.guidance.selection import REASONS, Reason
from matcher.guidance.tips import Side
from matcher.guidance.titles import TITLES
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Meeting, MeetingState, Pairing, PairingState
from matcher.pairings.times import Suggested, local_day, suggest_times

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card as its reader sees it, with what only they answered."""

    id: UUID
    tip: str
    title: Sentence
    text: str
    language: str
    is_fallback: bool
    reason: Sentence
    useful: float | None


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
    next: str  # the one thing for now: answer, wait, log, meet, plan, rest, over
    ahead: MeetingLine | None
    past: tuple[MeetingLine, ...]
    card: CardView | None

    @property
    def has_met(self) -> bool:
        return self.held > 0

    @property
    def mentee(self) -> str:
        return self.me if self.side == Side.MENTEE else self.partner

    @property
    def mentor(self) -> str:
        return self.partner if self.side == Side.MENTEE else self.me


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """What helps to choose a time."""

    id: UUID
    partner: str
    zone: str
    is_first: bool
    meeting_id: UUID | None
    suggested: tuple[Suggested, ...]


def pairing_page(
    member: Member,
    pairing: Pairing,
    meetings: Sequence[Meeting],
    shown: CardShown | None,
    *,
    now: datetime,
) -> PairingPage:
    side, partner = _sides(member, pairing)
    ahead = next((each for each in meetings if each.state in AHEAD), None)
    past = [each for each in meetings if each.state in PAST]
    stand_in = pairing.programme.stand_in
    return PairingPage(
        id=pairing.id,
        me=member.name,
        partner=partner.name,
        pronouns=partner.pronouns,
        side=str(side),
        since=pairing.since,
        until=pairing.since + timedelta(days=pairing.planned_days),
        rhythm_days=pairing.rhythm_days,
        paused_until=pairing.paused_until,
        closed_on=pairing.closed_on,
        coordinator=pairing.programme.contact.name,
        stand_in=stand_in.name if stand_in else "",
        held=sum(each.state == MeetingState.HELD for each in meetings),
        next=_next(member, pairing, ahead, now),
        ahead=_line(ahead, member) if ahead else None,
        past=tuple(_line(each, member) for each in past[:MOST_PAST]),
        card=_card(shown, member, pairing) if shown else None,
    )


def plan_page(
    member: Member, pairing: Pairing, *, meeting: Meeting | None = None, now: datetime
) -> PlanPage:
    _side, partner = _sides(member, pairing)
    mine, theirs = pairing.mentor_enrolment.slots, pairing.mentee_enrolment.slots
    return PlanPage(
        id=pairing.id,
        partner=partner.name,
        zone=member.zone,
        is_first=pairing.first_met_on is None,
        meeting_id=meeting.id if meeting else None,
        suggested=suggest_times(mine, theirs, today=local_day(now, member.zone)),
    )


AHEAD = {MeetingState.PROPOSED, MeetingState.PLANNED}
PAST = {MeetingState.HELD, MeetingState.MISSED}


def _next(member: Member, pairing: Pairing, ahead: Meeting | None, now: datetime) -> str:
    """Return the one thing for now."""
    if pairing.state in RESTING:
        return RESTING[pairing.state]
    if ahead is None:
        return "plan"
    if ahead.state == MeetingState.PROPOSED and ahead.starts_at > now:
        return "wait" if ahead.proposed_by_id == member.id else "answer"
    return "meet" if ahead.starts_at > now else "log"


RESTING = {PairingState.PAUSED: "rest", PairingState.CLOSED: "over"}


def _sides(member: Member, pairing: Pairing) -> tuple[Side, Member]:
    side = pairing.side_of(member) or Side.MENTEE
    return side, pairing.member_on(side.other)


def _line(meeting: Meeting, member: Member) -> MeetingLine:
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
    )


def _card(shown: CardShown, member: Member, pairing: Pairing) -> CardView:
    programme = pairing.programme
    phones = {"emergency": programme.emergency_phone, "crisis_line": programme.crisis_line}
    said = text(cards()[shown.card], member.language, phones)
    return CardView(
        id=shown.id,
        tip=str(shown.tip),
        title=sentence(TITLES[shown.tip].name),
        text=said.text,
        language=said.language,
        is_fallback=said.is_fallback,
        reason=sentence(REASONS[Reason(shown.why)]),
        useful=(shown.answer or {}).get("useful"),
    )
