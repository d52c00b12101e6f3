"""What can be asked about programmes."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Programme, ProgrammeState


def find_coordinated(db: Session, programme_id: UUID, *, seen_by: Member) -> Programme | None:
    """Find a programme, but only for those who look after it."""
    if programme_id not in seen_by.coordinates:
        return None
    return db.scalar(select(Programme).where(Programme.id == programme_id).options(*PEOPLE))


def find_open_programme(db: Session, address: str) -> Programme | None:
    """Find the programme at a public address, unless it is still being written or closed."""
    here = Programme.address == address, Programme.state == ProgrammeState.OPEN
    return db.scalar(select(Programme).where(*here).options(*PEOPLE))


PEOPLE = joinedload(Programme.contact), joinedload(Programme.stand_in)
