"""Who opened a page, as the two see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.queries.opened import Opened
from matcher.pairings.queries.pairs import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLine:
    name: str
    is_me: bool
    at: datetime


def opened_lines(
    member: Member, pairing: Pairing | Pair, rows: Iterable[Opened]
) -> tuple[OpenedLine, ...]:
    """Say who opened a page, and when last on each day."""
    two = pairing.mentor_member_id, pairing.mentee_member_id
    return tuple(
        [
            OpenedLine(name=row.name, is_me=row.member_id == member.id, at=row.at)
            for row in rows
            if row.member_id in two
        ]
    )


def has_opened(member: Member, rows: Iterable[Opened], day: date) -> bool:
    return any(row.member_id == member.id and row.day == day for row in rows)
