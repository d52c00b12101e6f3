"""What people have shown before they may begin."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once, rows_of
from matcher.programmes.models import AdmissionCheck, Enrolment, Programme
from matcher.programmes.queries.listed import SignUp


class Shown(NamedTuple):
    """An item that somebody has shown, and the last day on which it is valid."""

    item: str
    expires_on: date | None


def checks_of(
    db: Session, programme: Programme, enrolments: Collection[SignUp]
) -> dict[UUID, list[Shown]]:
    """Gather what people have shown, by enrolment: of these people, or of a whole programme."""
    if enrolments:
        rows = db.execute(_checks_of_some(), {"enrolments": [each.id for each in enrolments]}).all()
    else:
        rows = rows_of(db, _checks(), {"programme_id": programme.id})
    shown: dict[UUID, list[Shown]] = {}
    for enrolment_id, item, expires_on in rows:
        shown.setdefault(enrolment_id, []).append(Shown(item, expires_on))
    return shown


COLUMNS = AdmissionCheck.enrolment_id, AdmissionCheck.item, AdmissionCheck.expires_on


@made_once
def _checks(programme_id: UUID) -> Select[UUID, str, date | None]:
    return (
        select(*COLUMNS)
        .join(AdmissionCheck.enrolment)
        .where(Enrolment.programme_id == programme_id)
    )


@made_once
def _checks_of_some(enrolments: Collection[UUID]) -> Select[UUID, str, date | None]:
    return select(*COLUMNS).where(AdmissionCheck.enrolment_id.in_(enrolments))
