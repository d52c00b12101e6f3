"""What can be asked about advice. A row of it exists only once both may read it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session

from matcher.feedback.models import Advice, CheckIn, CheckInState
from matcher.members.models import Member
from matcher.pairings.models import Pairing

MOST = 60


def find_advice(
    db: Session, pairing_id: UUID, advice_id: UUID, *, seen_by: Member
) -> Advice | None:
    """Find advice for whoever got it or gave it."""
    theirs = or_(Advice.to_id == seen_by.id, Advice.from_id == seen_by.id)
    here = Advice.id == advice_id, Advice.pairing_id == pairing_id
    return db.scalar(select(Advice).where(*here, theirs))


def list_advice(db: Session, pairing: Pairing) -> Sequence[Advice]:
    """List the advice that the two have shown each other, the newest first."""
    query = select(Advice).where(Advice.pairing_id == pairing.id)
    return db.scalars(query.order_by(Advice.revealed_at.desc(), Advice.id).limit(MOST)).all()


def advice_for(db: Session, check_in: CheckIn) -> Advice | None:
    """Return what the other side advised in the same period, once it was opened."""
    same = (
        CheckIn.pairing_id == check_in.pairing_id,
        CheckIn.kind == check_in.kind,
        CheckIn.period == check_in.period,
        CheckIn.side == check_in.side.other,
    )
    query = select(Advice).join(CheckIn, CheckIn.id == Advice.check_in_id)
    return db.scalar(query.where(*same))


def find_unopened(db: Session, pairing: Pairing, member: Member) -> CheckIn | None:
    """Find one's own latest answers of which the advice still waits for the other side."""
    query = (
        select(CheckIn)
        .where(CheckIn.pairing_id == pairing.id, CheckIn.member_id == member.id)
        .where(CheckIn.state == CheckInState.ANSWERED, CheckIn.revealed_at.is_(None))
    )
    return db.scalar(query.order_by(CheckIn.opens_on.desc()).limit(1))


def count_waiting(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    """Count what waits for one person: advice not yet picked, and what the other has tried."""
    to_read = and_(Advice.to_id == member_id, Advice.picked_at.is_(None), Advice.tried_at.is_(None))
    to_say = and_(
        Advice.from_id == member_id, Advice.tried_at.is_not(None), Advice.verdict.is_(None)
    )
    here = Advice.pairing_id == pairing_id
    return select(func.count(Advice.id)).where(here, or_(to_read, to_say)).scalar_subquery()
