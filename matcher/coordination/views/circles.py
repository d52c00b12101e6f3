"""What is shown of circles of mentors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.coordination.models import Circle, CircleGuest
from matcher.coordination.queries.circles import Invited
from matcher.foundation.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLine:
    name: str
    says: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleLine:
    id: UUID
    starts_at: datetime
    minutes: int
    where: str
    guests: tuple[GuestLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CirclePage:
    """What a guest sees: not who else comes, before they meet."""

    id: UUID
    programme: str
    starts_at: datetime
    minutes: int
    where: str
    says: bool | None
    is_over: bool


def circle_lines(rows: Iterable[tuple[Circle, CircleGuest, str]]) -> tuple[CircleLine, ...]:
    guests: dict[UUID, list[GuestLine]] = {}
    circles: dict[UUID, Circle] = {}
    for circle, guest, name in rows:
        circles[circle.id] = circle
        guests.setdefault(circle.id, []).append(GuestLine(name=name, says=guest.says))
    return tuple(
        CircleLine(
            id=each.id,
            starts_at=each.starts_at,
            minutes=each.minutes,
            where=each.where,
            guests=tuple(guests[each.id]),
        )
        for each in circles.values()
    )


def circle_page(invited: Invited, language: Language, *, now: datetime) -> CirclePage:
    circle = invited.circle
    return CirclePage(
        id=circle.id,
        programme=invited.programme.name(language),
        starts_at=circle.starts_at,
        minutes=circle.minutes,
        where=circle.where,
        says=invited.guest.says,
        is_over=circle.starts_at <= now,
    )
