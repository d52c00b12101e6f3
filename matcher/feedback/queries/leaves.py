"""What a mentee lets their answers be used for."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.models import Leave


def find_leave(db: Session, pairing_id: UUID, member_id: UUID) -> Leave | None:
    """Find somebody's standing choice; none: it was never asked."""
    mine = Leave.pairing_id == pairing_id, Leave.member_id == member_id
    return db.scalar(select(Leave).where(*mine))
