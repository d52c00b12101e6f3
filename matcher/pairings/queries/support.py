"""What would help the mentee, and what goes on in their life just now."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ScalarSelect, case, func, or_, select
from sqlalchemy.orm import Session

from matcher.pairings.models import ContextLine, Meeting, MeetingState, Pairing

NOTHING_AHEAD, UNSAID, SAID = 0, 1, 2
AHEAD = (MeetingState.PROPOSED, MeetingState.PLANNED)


def count_support(pairing_id: UUID, _member_id: UUID) -> ScalarSelect[int]:
    """Say as a number how it stands: nothing ahead, not said yet, or said what would help."""
    ahead = select(func.max(case((Meeting.support.is_not(None), SAID), else_=UNSAID))).where(
        Meeting.pairing_id == pairing_id, or_(*(Meeting.state == each for each in AHEAD))
    )
    return select(func.coalesce(ahead.scalar_subquery(), NOTHING_AHEAD)).scalar_subquery()


def find_context(db: Session, pairing: Pairing) -> ContextLine | None:
    return db.scalar(select(ContextLine).where(ContextLine.pairing_id == pairing.id))


def list_old_context(db: Session, *, before: date) -> Sequence[UUID]:
    """List the lines whose last day was before this one, somewhere in the world."""
    return db.scalars(select(ContextLine.id).where(ContextLine.until < before)).all()
