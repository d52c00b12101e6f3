"""The trail, for whoever answers for the installation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.audit.chain import Head
from matcher.audit.deeds import deed
from matcher.audit.models import Event
from matcher.foundation.words import Language, Sentence
from matcher.programmes.models import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedLine:
    at: datetime
    by: str
    was_service: bool
    what: Sentence
    programme: str
    details: str
    sequence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPage:
    lines: tuple[DeedLine, ...]
    has_more: bool
    number: int
    sealed_up_to: int
    digest: str


def trail_page(
    found: tuple[Sequence[Event], bool],
    names: Mapping[UUID, str],
    programmes: Mapping[UUID, str],
    *,
    number: int,
    end: Head,
) -> TrailPage:
    events, has_more = found
    return TrailPage(
        lines=tuple(_line(each, names, programmes) for each in events),
        has_more=has_more,
        number=number,
        sealed_up_to=end.sequence,
        digest=end.digest[:16],
    )


def programme_names(programmes: Sequence[Programme], language: Language) -> dict[UUID, str]:
    return {each.id: each.name(language) for each in programmes}


def _line(event: Event, names: Mapping[UUID, str], programmes: Mapping[UUID, str]) -> DeedLine:
    facts = {name: value for name, value in event.facts.items() if value not in (None, "", {})}
    return DeedLine(
        at=event.at,
        by=names.get(event.actor, "") if event.actor else "",
        was_service=event.actor is None,
        what=deed(event.action),
        programme=programmes.get(event.programme_id, "") if event.programme_id else "",
        details=", ".join(f"{name}: {_short(value)}" for name, value in facts.items()),
        sequence=event.sequence,
    )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004  # a line of a table
