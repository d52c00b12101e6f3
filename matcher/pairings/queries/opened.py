"""Who opened which page of the space."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once, rows_of
from matcher.members.models import Member
from matcher.pairings.models import LeafOpened

MOST = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody opened a page on a day: when last, and who it was."""

    member_id: UUID
    name: str
    day: date
    at: datetime


def list_opened(db: Session, pairing_id: UUID, leaf: str) -> list[Opened]:
    """List who opened a page of this pairing, the latest first."""
    rows = rows_of(db, _opened(), {"pairing_id": pairing_id, "leaf": leaf})
    return [Opened(*row) for row in rows]


@made_once
def _opened(pairing_id: UUID, leaf: str) -> Select[*tuple[Any, ...]]:
    return (
        select(LeafOpened.member_id, Member.name, LeafOpened.day, LeafOpened.opened_at)
        .join(Member, Member.id == LeafOpened.member_id)
        .where(LeafOpened.pairing_id == pairing_id, LeafOpened.leaf == leaf)
        .order_by(LeafOpened.opened_at.desc(), LeafOpened.id)
        .limit(MOST)
    )
