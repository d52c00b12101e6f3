"""What is put away by itself: mails and work that are over, thirty days later."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, select

from matcher.jobs.models import Job, JobState
from matcher.jobs.work import Work
from matcher.messages.models import Delivery, Mail

KEPT = timedelta(days=30)  # as columns marked Keep.SHORT promise
AT_ONCE = 200  # short transactions: nobody waits for the broom
OVER = (Delivery.SENT, Delivery.UNKNOWN, Delivery.FAILED, Delivery.RETURNED)


def tidy(work: Work) -> None:
    """Forget mails that have gone and work that is done; what is parked waits for a person."""
    before = work.now() - KEPT
    for model, found in ((Mail, _old_mails), (Job, _old_jobs)):
        while _forget(work, model, found, before):
            work.report("tidying")
    for file in (work.settings.INSTANCE / "outbox").glob("*.eml"):
        if file.stat().st_mtime < before.timestamp():
            file.unlink(missing_ok=True)


def _forget(
    work: Work, model: type[Any], found: Callable[[datetime], Select[Any]], before: datetime
) -> bool:
    with work.write() as db:
        ids = list(db.scalars(found(before).limit(AT_ONCE)))
        db.execute(delete(model).where(model.id.in_(ids)))
    return bool(ids)


def _old_mails(before: datetime) -> Select[Any]:
    return select(Mail.id).where(Mail.created_at < before, Mail.delivery.in_(OVER))


def _old_jobs(before: datetime) -> Select[Any]:
    done = Job.state.in_([JobState.DONE, JobState.CANCELLED])
    return select(Job.id).where(Job.finished_at < before, done)
