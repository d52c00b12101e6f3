"""The library: as its keepers see it, and as a pairing does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.ageing import is_asked, is_old
from matcher.pairings.models import Pairing, Resource, ResourceShown, Tried
from matcher.pairings.queries.library import Entry
from matcher.pairings.services.introducing import introducer
from matcher.pairings.times import local_day
from matcher.pairings.views.opened import OpenedLine
from matcher.pairings.views.sides import sides_of
from matcher.programmes.models import Programme

TRIED = {
    Tried.NOT_YET: N_("Not tried yet"),
    Tried.TRIED: N_("Tried"),
    Tried.HELPED: N_("It helped"),
    Tried.NOT_FOR_ME: N_("Not for me"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    id: UUID
    name: str
    for_whom: str
    cost: str
    reach: str
    spoken: str
    link: str
    checked_on: date
    is_old: bool
    is_retired: bool
    shown: int = 0
    helped: int = 0
    not_for: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """Why an entry was not for somebody: whoever keeps the library learns what, not who."""

    name: str
    why: str
    on: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepersPage:
    id: UUID
    programme: str
    entries: tuple[ResourceView, ...]
    retired: tuple[ResourceView, ...]
    old: int
    reasons: tuple[ReasonLine, ...]


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


def resource_view(
    resource: Resource,
    language: Language,
    today: date,
    counts: Mapping[Tried | None, int] | None = None,
) -> ResourceView:
    counts = counts or {}
    return ResourceView(
        id=resource.id,
        name=resource.said("name", language),
        for_whom=resource.said("for_whom", language),
        cost=resource.said("cost", language),
        reach=resource.said("reach", language),
        spoken=resource.spoken,
        link=resource.link,
        checked_on=resource.checked_on,
        is_old=is_old(resource.checked_on, today),
        is_retired=resource.retired_at is not None,
        shown=sum(counts.values()),
        helped=counts.get(Tried.HELPED, 0),
        not_for=counts.get(Tried.NOT_FOR_ME, 0),
    )


def keepers_page(  # noqa: PLR0913  # the entries, what came of them, and for whom it is said
    programme: Programme,
    resources: Iterable[Resource],
    counts: Mapping[UUID, Mapping[Tried | None, int]],
    reasons: Sequence[ResourceShown],
    *,
    language: Language,
    today: date,
) -> KeepersPage:
    views = [resource_view(each, language, today, counts.get(each.id)) for each in resources]
    in_use = tuple(each for each in views if not each.is_retired)
    return KeepersPage(
        id=programme.id,
        programme=programme.name(language),
        entries=in_use,
        retired=tuple(each for each in views if each.is_retired),
        old=sum(each.is_old for each in in_use),
        reasons=tuple(
            ReasonLine(name=each.resource.said("name", language), why=each.why, on=each.tried_at)
            for each in reasons
            if each.why and each.tried_at
        ),
    )


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
