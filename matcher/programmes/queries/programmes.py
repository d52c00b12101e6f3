"""What can be asked about programmes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from matcher.foundation.asking import columns_of, made_once, put_in, rows_of
from matcher.members.models import Grant, Member, Role
from matcher.programmes.models import Programme, ProgrammeState
from matcher.programmes.models.lacks import PROGRAMME_SECTIONS


@dataclass(frozen=True, slots=True)
class Coordinated:
    """As much of a programme as a list needs that is asked by it."""

    id: UUID
    contact_id: UUID


def find_coordinated(
    db: Session,
    programme_id: UUID,
    *,
    seen_by: Member,
    **_rest: object,  # the address of a page within the programme says more
) -> Programme | None:
    """Find a programme, but only for those who look after it."""
    if programme_id not in seen_by.coordinates:
        return None
    return _find(db, programme_id)


def find_briefly(db: Session, programme_id: UUID, *, seen_by: Member) -> Coordinated | None:
    """Find a programme for those who look after it: a tenth of the work, where that is enough."""
    if programme_id not in seen_by.coordinates:
        return None
    rows = rows_of(db, _briefly(), {"programme_id": programme_id})
    return Coordinated(*rows[0]) if rows else None


def find_its_section(
    db: Session, programme_id: UUID, section: str, *, seen_by: Member
) -> Programme | None:
    """Find a programme whose section is asked for: there are only these."""
    if section not in PROGRAMME_SECTIONS:
        return None
    return find_coordinated(db, programme_id, seen_by=seen_by)


def find_governed(db: Session, programme_id: UUID, *, seen_by: Member) -> Programme | None:
    """Find a programme for those who look after it, and for administrators."""
    if not seen_by.is_administrator and programme_id not in seen_by.coordinates:
        return None
    return _find(db, programme_id)


def find_open_programme(db: Session, address: str) -> Programme | None:
    """Find the programme at a public address, unless it is still being written or closed."""
    here = Programme.address == address, Programme.state == ProgrammeState.OPEN
    return db.scalar(select(Programme).where(*here).options(*PEOPLE))


def list_open_programmes(db: Session) -> Sequence[Programme]:
    """List what visitors may see. Sign-up may have ended; then the page says so."""
    query = select(Programme).where(Programme.state == ProgrammeState.OPEN)
    return db.scalars(query.order_by(Programme.name_en)).all()


def list_to_begin_from(db: Session, *, seen_by: Member) -> Sequence[Programme]:
    """List the programmes that a new one may begin from: one's own; for administrators, all."""
    query = select(Programme).order_by(Programme.created_at.desc()).options(*PEOPLE)
    if not seen_by.is_administrator:
        query = query.where(Programme.id.in_(seen_by.coordinates))
    return db.scalars(query.limit(200)).all()


def list_coordinators(db: Session, programme: Programme) -> Sequence[Member]:
    """List who looks after a programme now."""
    query = (
        select(Member)
        .join(Grant)
        .where(
            Grant.programme_id == programme.id,
            Grant.role == Role.COORDINATOR,
            Grant.ended_at.is_(None),
        )
        .order_by(Member.name)
    )
    return db.scalars(query).all()


def is_address_taken(db: Session, address: str) -> bool:
    return db.scalar(select(Programme.id).where(Programme.address == address)) is not None


def _find(db: Session, programme_id: UUID) -> Programme | None:
    rows = rows_of(db, _programme(), {"programme_id": programme_id})
    if not rows:
        return None
    end, after = len(_ALL), len(_ALL) + len(_MEMBER)
    programme = put_in(db, Programme, _ALL, rows[0][:end])
    for name, columns in (("contact", rows[0][end:after]), ("stand_in", rows[0][after:])):
        known = put_in(db, Member, _MEMBER, columns) if any(columns) else None
        set_committed_value(programme, name, known)
    return programme


# Every page of a coordinator asks this, so it takes columns.
_ALL, _MEMBER = columns_of(Programme), columns_of(Member)


@made_once
def _programme(programme_id: UUID) -> Select[*tuple[Any, ...]]:
    contact, stand_in = aliased(Member), aliased(Member)
    return (
        select(
            *(getattr(Programme, name) for name in _ALL),
            *(getattr(each, name) for each in (contact, stand_in) for name in _MEMBER),
        )
        .join(contact, contact.id == Programme.contact_id)
        .outerjoin(stand_in, stand_in.id == Programme.stand_in_id)
        .where(Programme.id == programme_id)
    )


@made_once
def _briefly(programme_id: UUID) -> Select[UUID, UUID]:
    return select(Programme.id, Programme.contact_id).where(Programme.id == programme_id)


PEOPLE = joinedload(Programme.contact), joinedload(Programme.stand_in)
