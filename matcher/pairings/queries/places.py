"""Which places are taken."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment


def taken_places(db: Session, enrolment: Enrolment) -> set[int]:
    """Return the numbers of an enrolment's places that open pairings hold."""
    on_this_side = (
        (Pairing.mentor_enrolment_id, Pairing.mentor_place)
        if enrolment.side == Side.MENTOR
        else (Pairing.mentee_enrolment_id, Pairing.mentee_place)
    )
    holder, place = on_this_side
    query = select(place).where(holder == enrolment.id, place.is_not(None))
    return {number for number in db.scalars(query) if number is not None}
