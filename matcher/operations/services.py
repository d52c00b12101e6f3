"""What whoever looks after the installation can do: try again, or put aside."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.jobs.models import Job, JobState
from matcher.jobs.services import put_aside, retry
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.messages.services import send_again

MEANWHILE = N_("This has changed meanwhile. Look again.")


def try_again(db: Session, job: Job, *, by: Member, now: datetime) -> None:
    """Queue work again that was given up."""
    retry(db, job, now=now)
    if job.state != JobState.QUEUED:
        raise RuleBroken(MEANWHILE)
    note(db, "job.tried_again", job, by=by, at=now)


def give_up(db: Session, job: Job, *, by: Member, now: datetime) -> None:
    """Put work aside that fails: it can still be tried again."""
    if not put_aside(db, job, now=now):
        raise RuleBroken(MEANWHILE)
    note(db, "job.put_aside", job, by=by, at=now)


def mail_again(db: Session, mail: Mail, *, by: Member, now: datetime) -> None:
    """Send a mail again that failed, or of which nobody knows."""
    if not send_again(db, mail, now=now):
        raise RuleBroken(MEANWHILE)
    note(db, "mail.sent_again", mail, by=by, at=now)
