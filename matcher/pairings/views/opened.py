"""Who opened a page, as the two see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from matcher.members.models import Member
from matcher.pairings.models import LeafOpened, Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLine:
    name: str
    is_me: bool
    at: datetime


def opened_lines(
    member: Member, pairing: Pairing, rows: Iterable[LeafOpened]
) -> tuple[OpenedLine, ...]:
    """Say who opened a page, and when last on each day."""
    names = {each.id: each.name for each in (pairing.mentor, pairing.mentee)}
    return tuple(
        OpenedLine(name=names[row.member_id], is_me=row.member_id == member.id, at=row.opened_at)
        for row in rows
        if row.member_id in names
    )


def has_opened(member: Member, rows: Iterable[LeafOpened], day: date) -> bool:
    return any(row.member_id == member.id and row.day == day for row in rows)
