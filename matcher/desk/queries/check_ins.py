"""How far the check-ins of a programme are: who was asked, until when. Never what they answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.feedback.models import CheckIn, CheckInState
from matcher.members.models import Member
from matcher.pairings.models import Pairing

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedCheckIns:
    """Which part of the list is looked at."""

    state: CheckInState | None = None
    page: int = 1
    size: int = PAGE


def list_check_ins(
    db: Session, programme_id: UUID, wanted: WantedCheckIns, *, seen_by: Member
) -> Sequence[CheckIn]:
    """List a page of check-ins, the latest first; none of a pairing of whoever looks."""
    query: Select[CheckIn] = (
        select(CheckIn)
        .join(CheckIn.pairing)
        .where(*_of_others(programme_id, seen_by))
        .options(
            joinedload(CheckIn.member),
            contains_eager(CheckIn.pairing).joinedload(Pairing.mentor),
            contains_eager(CheckIn.pairing).joinedload(Pairing.mentee),
        )
        .order_by(CheckIn.opens_on.desc(), CheckIn.pairing_id, CheckIn.side)
    )
    if wanted.state:
        query = query.where(CheckIn.state == wanted.state)
    part = query.limit(wanted.size).offset((wanted.page - 1) * wanted.size)
    return db.scalars(part).all()


def count_check_ins(db: Session, programme_id: UUID, *, seen_by: Member) -> dict[CheckInState, int]:
    query = (
        select(CheckIn.state, func.count(CheckIn.id))
        .join(CheckIn.pairing)
        .where(*_of_others(programme_id, seen_by))
        .group_by(CheckIn.state)
    )
    return {state: number for state, number in db.execute(query)}  # noqa: C416  # dict() takes a result for a mapping


def _of_others(programme_id: UUID, seen_by: Member) -> list[ColumnElement[bool]]:
    return [
        Pairing.programme_id == programme_id,
        Pairing.mentor_member_id != seen_by.id,
        Pairing.mentee_member_id != seen_by.id,
    ]
