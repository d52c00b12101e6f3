"""When somebody who looks after a programme is away, their stand-in hears what cannot wait."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.models import Absence
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.times import local_day
from matcher.programmes.models import Programme

LONGEST_DAYS = 183


def note_absence(  # noqa: PLR0913  # where, from when until when, by whom
    db: Session, programme: Programme, first: date, last: date, *, by: Member, now: datetime
) -> Absence:
    """Note that the contact person of a programme is away. A stand-in must have been named."""
    today = local_day(now, programme.zone)
    if last < first or last < today or (last - first).days > LONGEST_DAYS:
        raise RuleBroken(N_("Choose a last day that is not over, at most half a year later."))
    if programme.stand_in is None:
        raise RuleBroken(N_("Name a stand-in first, in the settings of this programme."))
    absence = Absence(
        programme_id=programme.id, member_id=programme.contact.id, first_day=first, last_day=last
    )
    db.add(absence)
    db.flush()
    note(db, "absence.noted", absence, by=by, at=now, programme_id=programme.id)
    return absence


def take_back_absence(db: Session, absence: Absence, *, by: Member, now: datetime) -> None:
    note(db, "absence.taken_back", absence, by=by, at=now, programme_id=absence.programme_id)
    db.delete(absence)
