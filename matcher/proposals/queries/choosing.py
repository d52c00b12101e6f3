"""What a coordinator has in hand while she reviews: pairs she chose, lists she looks at often."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, and_, select, type_coerce
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.proposals.models import ChosenPairs, MatchRun, SavedSearch


def find_chosen(db: Session, run: MatchRun, member: Member) -> ChosenPairs | None:
    return db.scalar(select(ChosenPairs).filter_by(run_id=run.id, member_id=member.id))


def list_searches(db: Session, programme_id: UUID, member: Member) -> Sequence[SavedSearch]:
    """List the ways of looking that somebody kept: their own alone."""
    mine = select(SavedSearch).filter_by(programme_id=programme_id, member_id=member.id)
    return db.scalars(mine.order_by(SavedSearch.name)).all()


def find_in_hand(
    db: Session, run: MatchRun, member: Member
) -> tuple[ChosenPairs | None, Sequence[SavedSearch]]:
    """Find what somebody ticked in a run, and the ways of looking they kept; one query."""
    asked = {"run_id": run.id, "programme_id": run.programme_id, "me": member.id}
    rows: list[tuple[ChosenPairs | None, SavedSearch | None]]
    rows = [(chosen, search) for chosen, search in db.execute(_in_hand(), asked)]
    return rows[0][0] if rows else None, [search for _chosen, search in rows if search is not None]


@made_once
def _in_hand(run_id: UUID, programme_id: UUID, me: UUID) -> Select[ChosenPairs, SavedSearch]:
    ticked = and_(ChosenPairs.member_id == Member.id, ChosenPairs.run_id == run_id)
    kept = and_(SavedSearch.member_id == Member.id, SavedSearch.programme_id == programme_id)
    return (
        select(ChosenPairs, SavedSearch)
        .select_from(Member)
        .outerjoin(ChosenPairs, ticked)
        .outerjoin(SavedSearch, kept)
        .where(Member.id == me)
        .order_by(SavedSearch.name)
    )


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
