"""What can be asked about the installation. None of it tells anything about a person."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from matcher.jobs.models import Job, JobState, Turn
from matcher.members.models import Member
from matcher.messages.models import Delivery, Mail
from matcher.messages.services import LET_GO

ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.PARKED)
LONG_AGO = timedelta(days=30)


def find_operator(_db: Session, *, seen_by: Member) -> Member | None:
    """Return whoever asks, if they look after the installation: for others there is no page."""
    return seen_by if seen_by.is_administrator else None


def find_operated_job(db: Session, *, job_id: UUID, seen_by: Member) -> Job | None:
    return db.get(Job, job_id) if seen_by.is_administrator else None


def find_operated_mail(db: Session, *, mail_id: UUID, seen_by: Member) -> Mail | None:
    return db.get(Mail, mail_id) if seen_by.is_administrator else None


def list_jobs(db: Session, *, limit: int = 60) -> list[Job]:
    """List what waits for a person, then what is done now and waits, then what ended lately."""
    rank = {JobState.PARKED: 0, JobState.FAILED: 1, JobState.RUNNING: 2, JobState.QUEUED: 3}
    order = [Job.state == state for state in sorted(rank, key=lambda state: rank[state])]
    latest = func.coalesce(Job.finished_at, Job.due_at).desc()
    return list(db.scalars(select(Job).order_by(*(o.desc() for o in order), latest).limit(limit)))


def count_jobs(db: Session) -> list[tuple[str, JobState, int]]:
    """Count work by kind and state."""
    counted = select(Job.kind, Job.state, func.count()).group_by(Job.kind, Job.state)
    return [(row[0], row[1], row[2]) for row in db.execute(counted)]


def count_mails(db: Session) -> Mapping[Delivery, int]:
    """Count mails by what became of them. What somebody did not want is no failure."""
    wanted = or_(Mail.error.is_(None), Mail.error.not_in(LET_GO))
    counted = select(Mail.delivery, func.count()).where(wanted).group_by(Mail.delivery)
    return {row[0]: row[1] for row in db.execute(counted)}


def find_oldest_due_mail(db: Session, *, now: datetime) -> datetime | None:
    """Return since when a mail waits that should have gone."""
    waiting = (Mail.delivery == Delivery.QUEUED, Mail.due_at <= now)
    return db.scalar(select(func.min(Mail.due_at)).where(*waiting))


def list_unsettled_mails(db: Session, *, limit: int = 50) -> list[Mail]:
    """List mails that failed, or of which nobody knows whether they arrived."""
    unsettled = Mail.delivery.in_([Delivery.FAILED, Delivery.UNKNOWN])
    ours = or_(Mail.error.is_(None), Mail.error.not_in(LET_GO))
    found = select(Mail).where(unsettled, ours).order_by(Mail.created_at.desc(), Mail.id)
    return list(db.scalars(found.limit(limit)))


def list_turns(db: Session) -> list[Turn]:
    return list(db.scalars(select(Turn).order_by(Turn.task)))
