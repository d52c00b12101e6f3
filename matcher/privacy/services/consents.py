"""Taking back what one agreed to."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.members.models import Member
from matcher.privacy.services.erasing import leave
from matcher.programmes.models import Consent


def withdraw_consent(db: Session, consent: Consent, *, by: Member, now: datetime) -> None:
    """Take back every consent for this sign-up, and with it one's part in the programme."""
    enrolment = consent.enrolment
    leave(db, enrolment, now=now)
    given = Consent.enrolment_id == enrolment.id, Consent.withdrawn_at.is_(None)
    for each in db.scalars(select(Consent).where(*given)).all():
        each.withdrawn_at = now
        where = enrolment.programme_id
        note(
            db, "consent.withdrawn", each, by=by, at=now, programme_id=where,
            version=each.text_version,
        )  # fmt: skip
