"""What was done for a pairing, and what stands in its way."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from matcher.coordination.models import Care, CareKind
from matcher.feedback.models import Signal
from matcher.pairings.models import Pairing, PairingState

ATTEMPTS = (CareKind.TALK, CareKind.THREE_WAY)


def list_cares(db: Session, pairing: Pairing) -> Sequence[Care]:
    """List what was done for a pairing, the latest first."""
    query = select(Care).where(Care.pairing_id == pairing.id)
    return db.scalars(query.order_by(Care.at.desc(), Care.id).limit(50)).all()


def was_attempted(db: Session, pairing: Pairing) -> bool:
    """Tell whether somebody has talked with them to mend it."""
    tried = select(Care.id).where(Care.pairing_id == pairing.id, Care.kind.in_(ATTEMPTS))
    return db.scalar(tried.limit(1)) is not None


def was_rematched(db: Session, pairing: Pairing) -> bool:
    """Tell whether either of the two came from a rematch before."""
    two = {pairing.mentor_member_id, pairing.mentee_member_id}
    theirs = or_(Pairing.mentor_member_id.in_(two), Pairing.mentee_member_id.in_(two))
    query = (
        select(Care.id)
        .join(Pairing, Pairing.id == Care.pairing_id)
        .where(Care.kind == CareKind.REMATCH, theirs, Pairing.id != pairing.id)
    )
    return db.scalar(query.limit(1)) is not None


def list_pauses_over(db: Session, today: date) -> Sequence[UUID]:
    """List pauses that coordinators set, that are over, and that nobody has looked back on."""
    seen = exists().where(Signal.cause_id == Care.id)
    query = (
        select(Care.id)
        .join(Pairing, Pairing.id == Care.pairing_id)
        .where(Care.kind == CareKind.PAUSE, Care.until <= today, ~seen)
        .where(Pairing.state.not_in([PairingState.PAUSED, PairingState.CLOSED]))
    )
    return db.scalars(query).all()
