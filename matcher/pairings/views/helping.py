"""Requests for help, as each of the two sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import HelpAnswer, HelpRequest, Pairing, Size
from matcher.pairings.times import local_day
from matcher.pairings.views.opened import OpenedLine
from matcher.pairings.views.sides import sides_of

SIZES = {
    Size.SMALL: N_("Small: a quarter of an hour"),
    Size.MEDIUM: N_("Medium: an hour or two"),
    Size.BIG: N_("Big: more than that"),
}
ANSWERS = {
    HelpAnswer.YES: N_("Yes, by this day"),
    HelpAnswer.NO: N_("No, I cannot"),
    HelpAnswer.ELSE: N_("Something else"),
}
FITS = {"-1": N_("Too little"), "0": N_("Just right"), "1": N_("Too much")}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    id: UUID
    what: str
    size: str
    wanted_by: date | None
    answer: str  # yes, no, else, or nothing yet
    promised_by: date | None
    is_late: bool
    reply: str
    closed_at: datetime | None
    was_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    id: UUID
    partner: str
    mentee: str
    mentor: str
    coordinator: str
    is_mentee: bool
    is_open: bool
    open: tuple[RequestView, ...]
    closed: tuple[RequestView, ...]
    kept: int  # promises kept: counted for the two, and set against nothing
    opened: tuple[OpenedLine, ...]


def help_page(
    member: Member,
    pairing: Pairing,
    requests: Sequence[HelpRequest],
    opened: tuple[OpenedLine, ...],
    *,
    now: datetime,
) -> HelpPage:
    side, partner = sides_of(member, pairing)
    today = local_day(now, pairing.programme.zone)
    views = [request_view(each, today) for each in requests]
    return HelpPage(
        id=pairing.id,
        partner=partner.name,
        mentee=pairing.mentee.name,
        mentor=pairing.mentor.name,
        coordinator=pairing.programme.contact.name,
        is_mentee=side == Side.MENTEE,
        is_open=pairing.is_open,
        open=tuple(each for each in views if not each.closed_at),
        closed=tuple(each for each in views if each.closed_at),
        kept=sum(each.was_kept for each in views),
        opened=opened,
    )


def request_view(request: HelpRequest, today: date) -> RequestView:
    """Show a request: nothing of how the help fitted."""
    promised = request.promised_by
    return RequestView(
        id=request.id,
        what=request.what or "",
        size=SIZES[request.size],
        wanted_by=request.wanted_by,
        answer=str(request.answer or ""),
        promised_by=promised,
        is_late=bool(promised and promised < today and not request.closed_at),
        reply=request.reply or "",
        closed_at=request.closed_at,
        was_kept=bool(request.was_kept),
    )
