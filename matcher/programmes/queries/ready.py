"""What can be asked before a run: who may be here twice, who waits aside."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, contains_eager

from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.programmes.queries.enrolments import find_person
from matcher.programmes.queries.matchable import is_incomplete, is_visible

ASKED = (EnrolmentState.DRAFT, EnrolmentState.WAITING)
GONE = (EnrolmentState.WITHDRAWN, EnrolmentState.FINISHED)
SHOWN = 15


def list_signed(db: Session, programme: Programme) -> list[tuple[UUID, UUID, str, str, str, str]]:
    """List id, member, side, name, address and phone of everybody who takes part; one query."""
    query = (
        select(Enrolment.id, Member.id, Enrolment.side, Member.name, Member.email, Member.phone)
        .join(Enrolment.member)
        .where(Enrolment.programme_id == programme.id, Enrolment.state.not_in(GONE), is_visible())
        .order_by(Enrolment.created_at, Enrolment.id)
    )
    return [
        (key, member, str(side), name, email or "", phone or "")
        for key, member, side, name, email, phone in db.execute(query)
    ]


def list_incomplete(
    db: Session, programme: Programme, *, seen_by: Member, limit: int = SHOWN
) -> Sequence[Enrolment]:
    """List who still has to do something, those who wait longest first; not oneself."""
    query = (
        select(Enrolment)
        .join(Enrolment.member)
        .where(*_lacking(programme), Enrolment.member_id != seen_by.id)
        .options(contains_eager(Enrolment.member))
        .order_by(Enrolment.state_since, Enrolment.id)
    )
    return db.scalars(query.limit(limit)).all()


def count_incomplete(db: Session, programme: Programme) -> int:
    return db.scalar(select(func.count(Enrolment.id)).where(*_lacking(programme))) or 0


def list_incomplete_ids(db: Session, programme_id: UUID) -> list[UUID]:
    programme = db.get(Programme, programme_id)
    if programme is None:
        return []
    return list(db.scalars(select(Enrolment.id).where(*_lacking(programme))))


def _lacking(programme: Programme) -> list[ColumnElement[bool]]:
    unsent = Enrolment.state == EnrolmentState.DRAFT
    return [
        Enrolment.programme_id == programme.id,
        Enrolment.state.in_(ASKED),
        is_visible(),
        or_(unsent, is_incomplete()),
    ]


def list_paused(db: Session, programme: Programme, limit: int = SHOWN) -> Sequence[Enrolment]:
    query = (
        select(Enrolment)
        .join(Enrolment.member)
        .where(
            Enrolment.programme_id == programme.id,
            Enrolment.state == EnrolmentState.PAUSED,
            is_visible(),
        )
        .options(contains_eager(Enrolment.member))
        .order_by(Enrolment.paused_until.is_(None), Enrolment.paused_until, Enrolment.id)
    )
    return db.scalars(query.limit(limit)).all()


def find_two(
    db: Session, programme_id: UUID, enrolment_id: UUID, other_id: UUID, *, seen_by: Member
) -> tuple[Enrolment, Enrolment] | None:
    """Find two sign-ups of a programme, for those who look after it."""
    found = [
        find_person(db, programme_id, each, seen_by=seen_by) for each in (enrolment_id, other_id)
    ]
    if found[0] is None or found[1] is None:
        return None
    return found[0], found[1]
