"""What a programme told of what it did with answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.reports.models import YouSaid


@dataclass(frozen=True, slots=True)
class Told:
    id: UUID
    at: datetime
    said: str
    did: str


def told_lines(told: Iterable[YouSaid]) -> tuple[Told, ...]:
    return tuple(Told(each.id, each.told_at, each.said, each.did) for each in told)


@dataclass(frozen=True, slots=True)
class ToldPage:
    """What one of a pair reads of it."""

    pairing_id: UUID
    partner: str
    programme: str
    told: tuple[Told, ...]


def told_page(member: Member, pairing: Pairing, told: Sequence[YouSaid]) -> ToldPage:
    side = pairing.side_of(member) or Side.MENTEE
    return ToldPage(
        pairing_id=pairing.id,
        partner=pairing.member_on(side.other).name,
        programme=pairing.programme.name(member.language),
        told=told_lines(told),
    )
