"""What can be asked about background work."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from matcher.foundation.moments import APART, has_come
from matcher.jobs.models import Job, JobState

# No work is put off, and no lease given, for longer than this.
FARTHEST = timedelta(hours=1)


def find_job(db: Session, kind: str, subject_id: UUID, *, period: str = "") -> Job | None:
    """Find the work of this kind about one thing: its state and progress stand in its row."""
    same = (Job.kind == kind, Job.subject_id == subject_id, Job.period == period)
    return db.scalar(select(Job).where(*same))


def list_due(db: Session, *, now: datetime, limit: int = 100) -> list[UUID]:
    """List the work that waits for somebody to take it up, the oldest first."""
    query = select(Job.id).where(is_due(now))
    return list(db.scalars(query.order_by(Job.due_at, Job.id).limit(limit)))


def is_due(now: datetime) -> ColumnElement[bool]:
    come = or_(has_come(Job.due_at, now, farthest=FARTHEST), Job.created_at > now + APART)
    return and_(Job.state == JobState.QUEUED, come)


def is_abandoned(now: datetime) -> ColumnElement[bool]:
    """Whoever worked on it has not been heard of for as long as the lease lasted."""
    return and_(Job.state == JobState.RUNNING, has_come(Job.lease_until, now, farthest=FARTHEST))


def has_abandoned(db: Session, *, now: datetime) -> bool:
    return db.scalar(select(Job.id).where(is_abandoned(now)).limit(1)) is not None
