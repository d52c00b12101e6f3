"""Recording what somebody has shown, and what has to be taken into account about them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import AdmissionCheck, Enrolment
from matcher.programmes.queries.matchable import required


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An item of the admission list that somebody has shown."""

    item: str
    done_on: date
    expires_on: date | None = None


def record_check(
    db: Session, enrolment: Enrolment, shown: Shown, *, by: Member, now: datetime
) -> None:
    """Record that somebody has shown an item; shown again, the newer one counts."""
    if shown.item not in required(enrolment.programme.admission, enrolment.side):
        raise RuleBroken(N_("This programme does not ask for that."))
    until = shown.expires_on or _as_agreed(enrolment, shown)
    check = _check(db, enrolment, shown.item)
    if check is None:
        check = AdmissionCheck(
            enrolment=enrolment, item=shown.item, done_on=shown.done_on, recorded_by_id=by.id
        )
        db.add(check)
    check.done_on, check.expires_on, check.recorded_by_id = shown.done_on, until, by.id
    facts = {"item": shown.item, "until": until.isoformat() if until else None}
    where = enrolment.programme_id
    note(db, "admission.recorded", enrolment, by=by, at=now, programme_id=where, **facts)


def _as_agreed(enrolment: Enrolment, shown: Shown) -> date | None:
    """How long an item is valid in this programme, counted from the day it was shown."""
    for each in enrolment.programme.admission:
        if each["item"] == shown.item and each["side"] == enrolment.side and each["months"]:
            return later(shown.done_on, months=each["months"])
    return None


def later(day: date, *, months: int) -> date:
    """The same day so many months on; at the end of a short month, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def erase_check(db: Session, enrolment: Enrolment, item: str, *, by: Member, now: datetime) -> None:
    """Take back what was recorded by mistake."""
    check = _check(db, enrolment, item)
    if check is None:
        raise RuleBroken(N_("This was not recorded, or has been taken back already."))
    db.delete(check)
    where = enrolment.programme_id
    note(db, "admission.erased", enrolment, by=by, at=now, programme_id=where, item=item)


def record_ground(
    db: Session, enrolment: Enrolment, ground: str, *, by: Member, now: datetime
) -> None:
    """Record why somebody who has not confirmed yet may already be in a run."""
    enrolment.ground = ground
    where = enrolment.programme_id
    note(db, "enrolment.ground_recorded", enrolment, by=by, at=now, programme_id=where)


def write_note(db: Session, enrolment: Enrolment, text: str, *, by: Member, now: datetime) -> None:
    """Keep what somebody asked to take into account; only coordinators read it."""
    enrolment.note = text or None
    where = enrolment.programme_id
    note(db, "enrolment.noted", enrolment, by=by, at=now, programme_id=where)


def _check(db: Session, enrolment: Enrolment, item: str) -> AdmissionCheck | None:
    here = AdmissionCheck.enrolment_id == enrolment.id, AdmissionCheck.item == item
    return db.scalar(select(AdmissionCheck).where(*here))
