"""Finding a pairing, with all that its page shows of the two people."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Enrolment, Programme


def find_pairing(db: Session, pairing_id: UUID, *, seen_by: Member) -> Pairing | None:
    """Find a pairing, but only for the two people in it."""
    return db.scalar(_pairing(), {"pairing_id": pairing_id, "me": seen_by.id})


@made_once
def _pairing(pairing_id: UUID, me: UUID) -> Select[Pairing]:
    theirs = or_(Pairing.mentor_member_id == me, Pairing.mentee_member_id == me)
    return select(Pairing).where(Pairing.id == pairing_id, theirs).options(*with_people())


def list_open_pairings(db: Session, enrolment: Enrolment) -> Sequence[Pairing]:
    """List the pairings in which an enrolment holds a place."""
    theirs = or_(
        Pairing.mentor_enrolment_id == enrolment.id, Pairing.mentee_enrolment_id == enrolment.id
    )
    return db.scalars(select(Pairing).where(theirs, Pairing.state != PairingState.CLOSED)).all()


def with_people() -> tuple[_AbstractLoad, ...]:
    """Load the two people, what they can, and who looks after them, in the same query."""
    programme = joinedload(Pairing.programme)
    return (
        programme.joinedload(Programme.contact),
        programme.joinedload(Programme.stand_in),
        joinedload(Pairing.mentor),
        joinedload(Pairing.mentee),
        joinedload(Pairing.mentor_enrolment),
        joinedload(Pairing.mentee_enrolment),
    )
