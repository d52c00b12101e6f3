"""What would help the mentee, as each of the two sees it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from matcher.foundation.words import Language, Sentence, sentence
from matcher.guidance.support import WISHES, Support, starters
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import ContextLine, Meeting, Pairing
from matcher.pairings.queries.around import Shared
from matcher.pairings.times import local_day
from matcher.pairings.views.sides import sides_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WishView:
    """What would help, and for the mentor some ways to begin."""

    key: str
    words: Sentence
    told: Sentence
    starters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextView:
    text: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPage:
    id: UUID
    partner: str
    mentee: str
    is_mentee: bool
    is_open: bool
    meeting_id: UUID | None
    meets_at: datetime | None
    wish: WishView | None
    context: ContextView | None
    today: date
    last_day: date


def support_page(  # noqa: PLR0913, PLR0917  # who looks, at what is ahead and shared, and when
    member: Member,
    pairing: Pairing,
    ahead: Meeting | None,
    context: ContextLine | None,
    now: datetime,
    longest: timedelta,
) -> SupportPage:
    side, partner = sides_of(member, pairing)
    today = local_day(now, pairing.mentee.zone)
    return SupportPage(
        id=pairing.id,
        partner=partner.name,
        mentee=pairing.mentee.name,
        is_mentee=side == Side.MENTEE,
        is_open=pairing.is_open,
        meeting_id=ahead.id if ahead else None,
        meets_at=ahead.starts_at if ahead else None,
        wish=wish_view(ahead.support, pairing.mentee.name, member.language) if ahead else None,
        context=context_view(context, pairing.mentee.zone, now),
        today=today,
        last_day=today + longest,
    )


def wish_view(support: Support | None, mentee: str, language: Language) -> WishView | None:
    if support is None:
        return None
    wish = WISHES[support]
    return WishView(
        key=str(support),
        words=sentence(wish.words),
        told=sentence(wish.told, name=mentee),
        starters=starters(support, language),
    )


def context_view(line: ContextLine | Shared | None, zone: str, now: datetime) -> ContextView | None:
    """Show a line up to and with its last day there, whether or not it has been removed since."""
    if line is None or line.until < local_day(now, zone):
        return None
    return ContextView(text=line.text or "", until=line.until)
