"""After a pause, a coordinator hears how two people go on."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.coordination.models import Care
from matcher.feedback.known import Known
from matcher.feedback.models import Signal
from matcher.feedback.raising import raised
from matcher.feedback.services.signals import Cause, raise_signals
from matcher.feedback.triggers import Moment
from matcher.pairings.models import Pairing


def look_back(db: Session, care: Care, *, now: datetime) -> list[Signal]:
    """Put the pair on the work list, once, now that their pause is over."""
    if care.pairing_id is None:
        return []
    cause = Cause(id=care.id, pairing=db.get_one(Pairing, care.pairing_id))
    return raise_signals(db, raised(Known(is_back=True), Moment.BACK), cause, now=now)
