"""What can be asked about copies."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.privacy.models import Takeout


def newest_takeout(db: Session, member: Member, *, now: datetime) -> Takeout | None:
    """Find the copy that a member asked for last, while it lasts."""
    mine = (Takeout.member_id == member.id, Takeout.until > now)
    return db.scalar(select(Takeout).where(*mine).order_by(Takeout.asked_at.desc()).limit(1))


def find_takeout(db: Session, takeout_id: UUID, *, seen_by: Member) -> Takeout | None:
    """Find a copy, but only for the one whose it is."""
    mine = (Takeout.id == takeout_id, Takeout.member_id == seen_by.id)
    return db.scalar(select(Takeout).where(*mine))
