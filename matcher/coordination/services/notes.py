"""What a coordinator does about a pairing as a whole."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.members.models import Member
from matcher.pairings.models import Pairing


def write_pair_note(db: Session, pairing: Pairing, text: str, *, by: Member, now: datetime) -> None:
    """Keep what coordinators want to remember; neither of the two ever sees it."""
    pairing.note = text or None
    note(db, "pairing.noted", pairing, by=by, at=now, programme_id=pairing.programme_id)
