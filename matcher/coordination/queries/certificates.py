"""What people have shown that expires soon, or has expired: a certificate of good conduct."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once, rows_of
from matcher.members.models import Member
from matcher.programmes.models import AdmissionCheck, Enrolment, EnrolmentState

WARN = timedelta(days=60)
MOST = 20
IN_IT = (
    *(EnrolmentState.WAITING, EnrolmentState.OFFERED),
    *(EnrolmentState.PAIRED, EnrolmentState.PAUSED),
)


@dataclass(frozen=True, slots=True)
class Expiring:
    """Whose, of what, and the last day on which it is valid."""

    enrolment_id: UUID
    name: str
    item: str
    expires_on: date
    is_paired: bool


def list_expiring(
    db: Session, programme_id: UUID, *, today: date, seen_by: Member
) -> Sequence[Expiring]:
    """List it for people who take part, the nearest day first; not what is one's own."""
    asked = {"programme_id": programme_id, "until": today + WARN, "me": seen_by.id}
    return [Expiring(*row) for row in rows_of(db, _expiring(), asked)]


@made_once
def _expiring(programme_id: UUID, until: date, me: UUID) -> Select[*tuple[Any, ...]]:
    paired = Enrolment.state == EnrolmentState.PAIRED
    takes_part = or_(*(Enrolment.state == state for state in IN_IT))
    of_theirs = select(Enrolment.id).where(
        Enrolment.id == AdmissionCheck.enrolment_id,
        Enrolment.programme_id == programme_id,
        takes_part,
        Enrolment.member_id != me,
    )
    # What expires soon is found first, by its index, and only then whose it is: in a large
    # programme thousands have shown something.
    soon = (
        select(AdmissionCheck.id)
        .where(AdmissionCheck.expires_on <= until, of_theirs.exists())
        .order_by(AdmissionCheck.expires_on)
        .limit(MOST)
    )
    return (
        select(Enrolment.id, Member.name, AdmissionCheck.item, AdmissionCheck.expires_on, paired)
        .select_from(AdmissionCheck)
        .join(AdmissionCheck.enrolment)
        .join(Member, Member.id == Enrolment.member_id)
        .where(AdmissionCheck.id.in_(soon))
        .order_by(AdmissionCheck.expires_on, Member.name, Enrolment.id)
    )
