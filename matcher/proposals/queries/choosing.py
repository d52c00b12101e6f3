"""What a coordinator has in hand while she reviews: pairs she chose, lists she looks at often."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import ChosenPairs, MatchRun, SavedSearch


def find_chosen(db: Session, run: MatchRun, member: Member) -> ChosenPairs | None:
    return db.scalar(select(ChosenPairs).filter_by(run_id=run.id, member_id=member.id))


def list_searches(db: Session, programme_id: UUID, member: Member) -> Sequence[SavedSearch]:
    """List the ways of looking that somebody kept: their own alone."""
    mine = select(SavedSearch).filter_by(programme_id=programme_id, member_id=member.id)
    return db.scalars(mine.order_by(SavedSearch.name)).all()


def find_search(
    db: Session, programme_id: UUID, search_id: UUID, *, seen_by: Member
) -> SavedSearch | None:
    if programme_id not in seen_by.coordinates:
        return None
    mine = {"id": search_id, "programme_id": programme_id, "member_id": seen_by.id}
    return db.scalar(select(SavedSearch).filter_by(**mine))


def raw(column: Any, name: str) -> Any:
    """Take a column as the driver gives it: text of SQLite, a UUID of PostgreSQL."""
    return type_coerce(column, String).label(name)


def as_hex(value: str | UUID) -> str:
    return value if isinstance(value, str) else value.hex
