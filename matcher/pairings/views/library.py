"""The library as a pairing sees it: what was brought up, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.ageing import is_asked
from matcher.pairings.models import Pairing, Resource, ResourceShown, Tried
from matcher.pairings.queries.library import Entry
from matcher.pairings.services.introducing import introducer
from matcher.pairings.times import local_day
from matcher.pairings.views.opened import OpenedLine
from matcher.pairings.views.resources import ResourceView, resource_view
from matcher.pairings.views.sides import sides_of

TRIED = {
    Tried.NOT_YET: N_("Not tried yet"),
    Tried.TRIED: N_("Tried"),
    Tried.HELPED: N_("It helped"),
    Tried.NOT_FOR_ME: N_("Not for me"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownView:
    """One entry that was brought up. `turn` is the step that comes next, `is_mine` whose it is."""

    id: UUID
    resource: ResourceView
    known: str
    shared: str
    reaction: str
    turn: str
    is_mine: bool
    asks_tried: bool
    tried: str
    tried_words: str
    has_why: bool
    introduction: str
    introducer: str
    approved_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    id: UUID
    partner: str
    mentee: str
    mentor: str
    coordinator: str
    is_mentee: bool
    is_open: bool
    shown: tuple[ShownView, ...]
    entries: tuple[ResourceView, ...]
    opened: tuple[OpenedLine, ...]


def library_page(
    member: Member,
    pairing: Pairing,
    entries: Sequence[Entry],
    opened: tuple[OpenedLine, ...],
    *,
    now: datetime,
) -> LibraryPage:
    side, partner = sides_of(member, pairing)
    today = local_day(now, pairing.programme.zone)
    there = {each.resource.id: each.resource for each in entries if not each.resource.retired_at}
    shown = [each for each in entries if each.shown]
    shown.sort(key=lambda each: each.shown.asked_at if each.shown else now, reverse=True)
    return LibraryPage(
        id=pairing.id,
        partner=partner.name,
        mentee=pairing.mentee.name,
        mentor=pairing.mentor.name,
        coordinator=pairing.programme.contact.name,
        is_mentee=side == Side.MENTEE,
        is_open=pairing.is_open,
        shown=tuple(
            _shown(each.shown, each.resource, member, side, now=now) for each in shown if each.shown
        ),
        entries=tuple(resource_view(each, member.language, today) for each in there.values()),
        opened=opened,
    )


def _shown(
    shown: ResourceShown, resource: Resource, member: Member, side: Side, *, now: datetime
) -> ShownView:
    turn, whose = _turn(shown)
    is_mentee = side == Side.MENTEE
    return ShownView(
        id=shown.id,
        resource=resource_view(resource, member.language, now.date()),
        known=shown.known or "",
        shared=shown.shared or "",
        reaction=shown.reaction or "",
        turn=turn,
        is_mine=whose == side,
        asks_tried=is_mentee and is_asked(shown.shared_at, now) and _is_undecided(shown),
        tried=str(shown.tried or ""),
        tried_words=TRIED[shown.tried] if shown.tried else "",
        has_why=bool(shown.why_sealed),
        introduction=shown.introduction or "",
        introducer=introducer(shown) if shown.introduced_at else "",
        approved_at=shown.approved_at,
        version=shown.version,
    )


def _turn(shown: ResourceShown) -> tuple[str, Side | None]:
    """Return the step that comes next, and whose it is."""
    if shown.known_at is None:
        return "known", Side.MENTEE
    if shown.shared_at is None:
        return "share", Side.MENTOR
    if shown.reacted_at is None:
        return "react", Side.MENTEE
    return "", None


def _is_undecided(shown: ResourceShown) -> bool:
    return shown.tried in {None, Tried.NOT_YET}
