"""A piece of work is done once, wholly, by one worker, and its row always says how it ended."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.jobs.leases import LEASE, MOST_ATTEMPTS, free_abandoned, take_up
from matcher.jobs.models import Job, JobState
from matcher.jobs.services import ask_to_cancel, enqueue, retry
from matcher.jobs.work import Cancelled, LeaseLost, Stopping, Work
from matcher.jobs.workshop import Workshop
from tests.conftest import Keep
from tests.factories import NOW, a_member
from tests.factories.jobs import a_workshop

Make = Callable[..., Workshop]


@pytest.fixture
def workshop(settings: Settings, database: str) -> Iterator[Make]:  # noqa: ARG001  # a fresh one
    """Return a way to make workshops, which are closed at the end."""
    made: list[Workshop] = []

    def make(**given: object) -> Workshop:
        made.append(a_workshop(settings, **given))  # type: ignore[arg-type]  # passed on
        return made[-1]

    yield make
    for each in made:
        each.doors.close()


def a_job(db: Session, kind: str = "sum") -> UUID:
    job = enqueue(db, kind, uuid4(), now=NOW, payload={"numbers": [1, 2]})
    db.commit()
    return job.id


def row(db: Session, job_id: UUID) -> Job:
    db.rollback()
    job = db.get_one(Job, job_id, populate_existing=True)
    db.commit()  # a session that was only looked through must not keep the pen
    return job


def test_the_same_work_is_queued_once(db: Session) -> None:
    about = uuid4()

    first = enqueue(db, "sum", about, now=NOW)
    db.flush()

    assert enqueue(db, "sum", about, now=NOW) is first
    assert enqueue(db, "sum", about, now=NOW, period="2") is not first


def test_work_gets_what_it_was_queued_with(db: Session, workshop: Make) -> None:
    seen: list[object] = []
    job_id = a_job(db)

    workshop(sum=lambda work: seen.append((work.subject_id, work.payload))).do_job(job_id)

    assert seen == [(row(db, job_id).subject_id, {"numbers": [1, 2]})]
    assert (row(db, job_id).state, row(db, job_id).progress) == (JobState.DONE, 1.0)


def test_work_that_is_pointed_at_twice_is_done_once(db: Session, workshop: Make) -> None:
    done: list[UUID] = []
    job_id = a_job(db)
    bench = workshop(sum=lambda work: done.append(work.subject_id))

    bench.do_job(job_id)
    bench.do_job(job_id)

    assert len(done) == 1


def test_progress_can_be_watched_while_the_work_goes_on(db: Session, workshop: Make) -> None:
    job_id = a_job(db)

    def watched(work: Work) -> None:
        work.report("adding up", 0.5)
        assert (row(db, job_id).phase, row(db, job_id).progress) == ("adding up", 0.5)

    workshop(sum=watched).do_job(job_id)

    assert row(db, job_id).state == JobState.DONE


def test_cancelling_ends_work_at_its_next_report(db: Session, workshop: Make) -> None:
    job_id = a_job(db)

    def long(work: Work) -> None:
        ask_to_cancel(db, row(db, job_id), now=NOW)
        db.commit()
        with pytest.raises(Cancelled):
            work.report("adding up", 0.5)
        work.report("still adding up", 0.6)

    workshop(sum=long).do_job(job_id)

    assert row(db, job_id).state == JobState.CANCELLED


def test_waiting_work_is_cancelled_at_once(db: Session, workshop: Make) -> None:
    job_id = a_job(db)
    ask_to_cancel(db, row(db, job_id), now=NOW)
    db.commit()

    workshop(sum=lambda _work: pytest.fail("done all the same")).do_job(job_id)

    assert row(db, job_id).state == JobState.CANCELLED


def test_what_fails_rests_longer_each_time_and_is_parked_in_the_end(
    db: Session, workshop: Make
) -> None:
    job_id = a_job(db)
    pauses, now = [], NOW

    for _ in range(MOST_ATTEMPTS):
        workshop(sum=lambda _work: 1 / 0, now=now).do_job(job_id)
        job = row(db, job_id)
        pauses.append((job.due_at - now).total_seconds())
        now = job.due_at

    assert pauses[:-1] == [30, 120, 480, 1920]
    assert job.state == JobState.PARKED
    assert job.error
    assert job.error.startswith("ZeroDivisionError in test_workshop.py")


def test_an_error_does_not_keep_what_people_wrote(db: Session, workshop: Make) -> None:
    job_id = a_job(db)

    def indiscreet(_work: Work) -> None:
        raise ValueError("Yara wrote: I am afraid")

    workshop(sum=indiscreet).do_job(job_id)

    assert "Yara" not in (row(db, job_id).error or "")


def test_a_broken_rule_ends_work_with_its_sentence(db: Session, workshop: Make) -> None:
    job_id = a_job(db)

    def refuse(_work: Work) -> None:
        raise RuleBroken(N_("Nobody waits."))

    workshop(sum=refuse).do_job(job_id)

    assert row(db, job_id).state == JobState.FAILED
    assert "Nobody waits." in (row(db, job_id).error or "")


def test_parked_work_can_be_tried_again(db: Session, workshop: Make) -> None:
    job_id = a_job(db, kind="unknown")
    workshop().do_job(job_id)
    assert row(db, job_id).state == JobState.PARKED

    retry(db, row(db, job_id), now=NOW)
    db.commit()
    workshop(unknown=lambda _work: None).do_job(job_id)

    assert row(db, job_id).state == JobState.DONE


def test_work_of_a_dead_worker_is_taken_up_again_once_its_lease_is_over(
    db: Session, workshop: Make
) -> None:
    job_id = a_job(db)
    take_up(db, job_id, now=NOW)
    db.commit()

    assert free_abandoned(db, now=NOW + LEASE / 2) == 0
    assert free_abandoned(db, now=NOW + LEASE) == 1
    db.commit()
    workshop(sum=lambda _work: None, now=NOW + LEASE).do_job(job_id)

    assert row(db, job_id).state == JobState.DONE


def test_work_that_kills_its_worker_again_and_again_is_parked(db: Session) -> None:
    job_id, now = a_job(db), NOW

    for _ in range(MOST_ATTEMPTS):
        assert take_up(db, job_id, now=now)
        now += LEASE + timedelta(hours=1)
        free_abandoned(db, now=now)
        now += timedelta(hours=1)

    db.commit()
    assert row(db, job_id).state == JobState.PARKED


def test_a_worker_that_lost_its_lease_can_keep_nothing(
    db: Session, workshop: Make, keep: Keep
) -> None:
    job_id = a_job(db)

    def slow(work: Work) -> None:
        free_abandoned(db, now=NOW + LEASE)
        take_up(db, job_id, now=NOW + LEASE)
        keep()
        with pytest.raises(LeaseLost), work.write() as mine:
            mine.add(a_member("Twice"))
        work.report("on", 0.5)

    workshop(sum=slow).do_job(job_id)

    assert (row(db, job_id).state, row(db, job_id).fence) == (JobState.RUNNING, 2)
    assert db.scalars(select(Job.id)).all() == [job_id]


def test_a_process_that_ends_gives_its_work_back_uncounted(db: Session, workshop: Make) -> None:
    job_id = a_job(db)
    bench = workshop(sum=lambda work: work.report("on", 0.1))
    bench.stop.set()

    bench.do_job(job_id)

    assert (row(db, job_id).state, row(db, job_id).attempts) == (JobState.QUEUED, 0)
    assert issubclass(Stopping, Exception)


def test_a_long_step_without_a_report_keeps_its_lease(db: Session, workshop: Make) -> None:
    job_id = a_job(db)
    later = NOW + LEASE * 3

    def long(_work: Work) -> None:
        bench.now = lambda: later
        bench.show_life()
        with bench.doors.writing() as other:
            assert free_abandoned(other, now=later) == 0

    bench = workshop(sum=long)
    bench.do_job(job_id)

    assert row(db, job_id).state == JobState.DONE


def test_work_that_gets_further_each_time_is_not_parked(db: Session, workshop: Make) -> None:
    job_id, now = a_job(db), NOW

    for attempt in range(MOST_ATTEMPTS * 2):

        def dies_later(work: Work, done: float = attempt / 100 + 0.01) -> None:
            work.report(f"at {done}", done)
            raise ValueError

        workshop(sum=dies_later, now=now).do_job(job_id)
        now = row(db, job_id).due_at

    assert row(db, job_id).state == JobState.QUEUED
