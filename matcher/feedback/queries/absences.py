"""Who is away when."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import Absence
from matcher.members.models import Member


def is_away(db: Session, programme_id: UUID, member: Member, *, today: date) -> bool:
    """Tell whether somebody who looks after a programme is away today."""
    query = select(Absence.id).where(
        Absence.programme_id == programme_id,
        Absence.member_id == member.id,
        Absence.first_day <= today,
        Absence.last_day >= today,
    )
    return db.scalar(query.limit(1)) is not None


def list_absences(db: Session, programme_id: UUID, *, today: date) -> Sequence[tuple[Absence, str]]:
    """List who is or will be away, with their names, the nearest first."""
    query = (
        select(Absence, Member.name)
        .join(Member, Member.id == Absence.member_id)
        .where(Absence.programme_id == programme_id, Absence.last_day >= today)
        .order_by(Absence.first_day, Absence.id)
    )
    return [(absence, name) for absence, name in db.execute(query)]


def find_absence(
    db: Session, programme_id: UUID, absence_id: UUID, *, seen_by: Member
) -> Absence | None:
    """Find an absence for the coordinators of its programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Absence.id == absence_id, Absence.programme_id == programme_id
    return db.scalar(select(Absence).where(*here))
