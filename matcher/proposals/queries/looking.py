"""Which colleagues have which pairs before them at this moment."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, literal, select, union_all
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once, rows_of
from matcher.members.models import Member
from matcher.proposals.models import Looking, Proposal

# A page says every twenty seconds that it is open: two of these may get lost.
LOOKS = timedelta(seconds=65)


@dataclass(frozen=True, slots=True)
class Colleague:
    name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who else works on a list: who decided about which pair, and who looks at which now."""

    decided: Mapping[UUID, str] = field(default_factory=dict)
    looking: Mapping[UUID, Sequence[str]] = field(default_factory=dict)


def list_company(
    db: Session, proposals: Sequence[Proposal], *, seen_by: Member, now: datetime
) -> Company:
    """List the names that belong to the lines of a list; one query."""
    pairs = [each.id for each in proposals]
    asked = {"pairs": pairs, "me": seen_by.id, "since": now - LOOKS}
    names: dict[UUID, str] = {}
    lookers: dict[UUID, list[str]] = defaultdict(list)
    for pair, name, is_looking in rows_of(db, _company(), asked):
        if is_looking:
            lookers[pair].append(name)
        else:
            names[pair] = name
    return Company(decided=names, looking=lookers)


@made_once
def _company(pairs: Sequence[UUID], me: UUID, since: datetime) -> CompoundSelect[Any]:
    decided = (
        select(Proposal.id, Member.name, literal(False))  # noqa: FBT003  # a column
        .join(Member, Member.id == Proposal.decided_by_id)
        .where(Proposal.id.in_(pairs))
    )
    looking = (
        select(Looking.proposal_id, Member.name, literal(True))  # noqa: FBT003  # a column
        .join(Member, Member.id == Looking.member_id)
        .where(Looking.proposal_id.in_(pairs), Looking.member_id != me, Looking.seen_at >= since)
    )
    return union_all(decided, looking)


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
