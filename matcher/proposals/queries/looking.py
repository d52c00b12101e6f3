"""Which colleagues have which pairs before them at this moment."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import Looking

# A page says every twenty seconds that it is open: two of these may get lost.
LOOKS = timedelta(seconds=65)


@dataclass(frozen=True, slots=True)
class Colleague:
    name: str
    since: datetime


def list_looking(
    db: Session, proposals: Collection[UUID], *, seen_by: Member, now: datetime
) -> dict[UUID, tuple[Colleague, ...]]:
    """List who else looks at each of these pairs, the first to come first; one query."""
    if not proposals:
        return {}
    query = (
        select(Looking.proposal_id, Member.name, Looking.since)
        .join(Member, Member.id == Looking.member_id)
        .where(
            Looking.proposal_id.in_(proposals),
            Looking.member_id != seen_by.id,
            Looking.seen_at >= now - LOOKS,
        )
        .order_by(Looking.since, Member.name)
    )
    found: dict[UUID, list[Colleague]] = defaultdict(list)
    for pair, name, since in db.execute(query):
        found[pair].append(Colleague(name, since))
    return {pair: tuple(colleagues) for pair, colleagues in found.items()}
