"""The clock was far ahead, and is right again: nothing waits for a day that is years away."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.moments import APART
from matcher.jobs.leases import LEASE, free_abandoned, pause_after, take_up
from matcher.jobs.models import Job, JobState
from matcher.jobs.queries import has_abandoned, list_due
from matcher.jobs.services import enqueue
from matcher.jobs.turns import list_due_tasks, take_turn
from matcher.jobs.work import Task
from matcher.messages import leases
from matcher.messages.models import Delivery, Guarantee, Mail
from matcher.messages.queries import has_due, has_left_over
from tests.factories import NOW
from tests.factories.mails import a_mail

WRONG = NOW + timedelta(days=400)


def test_work_queued_in_the_future_is_done_now(db: Session) -> None:
    job = enqueue(db, "sum", uuid4(), now=WRONG)
    db.flush()

    assert list_due(db, now=NOW) == [job.id]
    assert take_up(db, job.id, now=NOW)


def test_work_taken_up_in_the_future_by_somebody_who_died_is_freed_now(db: Session) -> None:
    job = enqueue(db, "sum", uuid4(), now=NOW)
    db.flush()
    take_up(db, job.id, now=WRONG)

    assert has_abandoned(db, now=NOW)
    assert free_abandoned(db, now=NOW) == 1
    assert db.scalar(select(Job.state)) == JobState.QUEUED


def test_a_clock_that_is_minutes_apart_takes_nobodys_work_away(db: Session) -> None:
    job = enqueue(db, "sum", uuid4(), now=NOW)
    db.flush()
    take_up(db, job.id, now=NOW + APART)

    assert not has_abandoned(db, now=NOW)


def test_work_that_failed_still_rests(db: Session) -> None:
    job = enqueue(db, "sum", uuid4(), now=NOW)
    job.due_at = NOW + pause_after(9)
    db.flush()

    assert list_due(db, now=NOW) == []


def test_a_turn_taken_in_the_future_is_free_now(db: Session) -> None:
    task = Task(name="remind", every=timedelta(hours=1), does=lambda _work: None)
    take_turn(db, task, owner="dead", now=WRONG)
    db.flush()

    assert list_due_tasks(db, (task,), now=NOW) == ["remind"]
    assert take_turn(db, task, owner="alive", now=NOW)
    assert not take_turn(db, task, owner="late", now=NOW + LEASE / 2)


def test_mails_queued_in_the_future_go_now_and_what_was_being_sent_is_settled(db: Session) -> None:
    waits, sending = (
        a_mail(db, now=WRONG),
        a_mail(db, guarantee=Guarantee.AT_MOST_ONCE),
    )
    assert leases.take_up(db, sending, now=WRONG)
    db.commit()

    assert has_due(db, now=NOW)
    assert leases.find_next(db, now=NOW) is waits
    assert has_left_over(db, now=NOW)
    leases.free_left_over(db, now=NOW)
    assert db.scalar(select(Mail.delivery).where(Mail.id == sending.id)) == Delivery.UNKNOWN
