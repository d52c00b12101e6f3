"""A resource as it is shown, and the library as its keepers see it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import Language
from matcher.pairings.ageing import is_old
from matcher.pairings.models import Resource, ResourceShown, Tried
from matcher.programmes.models import Programme


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
