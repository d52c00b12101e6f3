"""What can be asked about mails."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from matcher.foundation.moments import APART, has_come
from matcher.messages.models import Budget, Delivery, Mail, MailStop

# No mail is put off, and no lease given, for longer than this.
FARTHEST = timedelta(hours=12)
GONE = (Delivery.SENDING, Delivery.SENT, Delivery.UNKNOWN)


def is_due(now: datetime) -> ColumnElement[bool]:
    come = or_(has_come(Mail.due_at, now, farthest=FARTHEST), Mail.created_at > now + APART)
    return and_(Mail.delivery == Delivery.QUEUED, come)


def has_due(db: Session, *, now: datetime) -> bool:
    return db.scalar(select(Mail.id).where(is_due(now)).limit(1)) is not None


def is_left_over(now: datetime) -> ColumnElement[bool]:
    """Whoever was sending it has not been heard of since."""
    return and_(
        Mail.delivery == Delivery.SENDING, has_come(Mail.lease_until, now, farthest=FARTHEST)
    )


def has_left_over(db: Session, *, now: datetime) -> bool:
    return db.scalar(select(Mail.id).where(is_left_over(now)).limit(1)) is not None


def find_last_programme_mail(db: Session, member_id: UUID) -> datetime | None:
    """Find when a member last got a mail that counts."""
    counting = Mail.budget.in_([Budget.PULSE, Budget.GUIDANCE])
    gone = Mail.delivery.in_(GONE)
    last = select(func.max(func.coalesce(Mail.sent_at, Mail.due_at)))
    return db.scalar(last.where(Mail.member_id == member_id, counting, gone))


def has_stopped(db: Session, member_id: UUID | None, budget: Budget) -> bool:
    """Tell whether a member wants no more mails of this sort."""
    wish = select(MailStop.id).where(MailStop.member_id == member_id, MailStop.budget == budget)
    return member_id is not None and db.scalar(wish) is not None


def list_latest(db: Session, limit: int = 200) -> list[Mail]:
    """List the latest mails, the newest first."""
    latest = select(Mail).order_by(Mail.created_at.desc(), Mail.id).limit(limit)
    return list(db.scalars(latest))


def find_mail(db: Session, *, mail_id: UUID) -> Mail | None:
    return db.get(Mail, mail_id)
