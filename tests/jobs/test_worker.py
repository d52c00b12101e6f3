"""A worker finds what waits, at once; and what a killed one left is taken up by the next."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.jobs.models import Job, JobState
from matcher.jobs.services import enqueue
from matcher.jobs.work import Task, Work
from matcher.messages.models import Delivery, Mail
from matcher.worker import Worker
from tests.conftest import KEYS
from tests.factories.mails import a_mail


@pytest.fixture
def alone(settings: Settings, tmp_path: Path) -> Settings:
    """Make an installation of its own, so that no other test's worker is near."""
    return replace(settings, INSTANCE=tmp_path, SEAL_KEYS=KEYS)


@pytest.fixture
def app_alone(alone: Settings) -> Iterator[Flask]:
    app = create_app(alone)
    yield app
    for door in ("read", "write"):
        app.extensions[door].kw["bind"].dispose()


@contextmanager
def working(app: Flask, schedule: tuple[Task, ...] = (), **work: Callable[[Work], None]):  # type: ignore[no-untyped-def]  # a context manager of a Worker
    worker = Worker(app, work=work, schedule=schedule)
    worker.start(app.extensions["write"])
    try:
        yield worker
    finally:
        worker.stop()


def wait_for(found: Callable[[], object], *, seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found():
            return True
        time.sleep(0.02)
    return False


def state(app: Flask, job_id: UUID) -> JobState | None:
    with app.extensions["read"]() as db:
        found: JobState | None = db.scalar(select(Job.state).where(Job.id == job_id))
    return found


def put(app: Flask, kind: str) -> UUID:
    with app.extensions["write"].begin() as db:
        return enqueue(db, kind, uuid4(), now=clock.now()).id


def test_work_is_begun_as_soon_as_it_is_kept(app_alone: Flask) -> None:
    with working(app_alone, nothing=lambda _work: None):
        time.sleep(0.5)  # the first beat is over
        job_id = put(app_alone, "nothing")

        assert wait_for(lambda: state(app_alone, job_id) == JobState.DONE, seconds=1.5)


def test_mails_go_as_soon_as_they_are_kept(app_alone: Flask, alone: Settings) -> None:
    with working(app_alone), app_alone.extensions["write"]() as db:
        mail_id = a_mail(db, now=clock.now()).id
        db.commit()

        def delivery() -> Delivery | None:
            with app_alone.extensions["read"]() as other:
                found: Delivery | None = other.scalar(
                    select(Mail.delivery).where(Mail.id == mail_id)
                )
            return found

        assert wait_for(lambda: delivery() == Delivery.SENT, seconds=3)

    assert len(list((alone.INSTANCE / "outbox").glob("*.eml"))) == 1


def test_scheduled_tasks_are_done(app_alone: Flask) -> None:
    done: list[str] = []
    task = Task(name="look", every=timedelta(hours=1), does=lambda _work: done.append("once"))

    with working(app_alone, schedule=(task,)):
        assert wait_for(lambda: done)

    assert done == ["once"]


def test_ending_gives_work_back_and_the_next_worker_goes_on(app_alone: Flask) -> None:
    begun: list[UUID] = []

    def long(work: Work) -> None:
        begun.append(work.subject_id)
        for _ in range(500):
            work.report("on")
            time.sleep(0.02)

    with working(app_alone, long=long):
        job_id = put(app_alone, "long")
        assert wait_for(lambda: begun)
    assert state(app_alone, job_id) == JobState.QUEUED

    with working(app_alone, long=lambda _work: None):
        assert wait_for(lambda: state(app_alone, job_id) == JobState.DONE)


def test_a_killed_worker_loses_and_doubles_nothing(app_alone: Flask, alone: Settings) -> None:
    job_id = put(app_alone, "count")
    for _ in range(3):
        killed = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", "tests.jobs.a_worker", str(alone.INSTANCE), alone.database]
        )
        before = counted(alone)
        further = lambda before=before: counted(alone) > before + 2  # noqa: E731  # this round's
        assert wait_for(further, seconds=40)
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()

    with subprocess.Popen(  # noqa: S603  # likewise
        [sys.executable, "-m", "tests.jobs.a_worker", str(alone.INSTANCE), alone.database]
    ) as last:
        assert wait_for(lambda: state(app_alone, job_id) == JobState.DONE, seconds=40)
        last.terminate()

    assert numbers(alone) == list(range(40))


def counted(alone: Settings) -> int:
    doors = Doors.to(alone.database)
    with doors.reading() as db:
        found = db.scalar(select(func.count()).select_from(Mail)) or 0
    doors.close()
    return found


def numbers(alone: Settings) -> list[int]:
    doors = Doors.to(alone.database)
    with doors.reading() as db:
        found = sorted(int(period) for period in db.scalars(select(Mail.period)))
    doors.close()
    return found


def test_a_session_that_brings_no_work_wakes_nobody(app_alone: Flask, db: Session) -> None:
    with working(app_alone) as worker:
        time.sleep(0.3)
        worker.beat.awake.clear()
        with app_alone.extensions["write"].begin() as other:
            other.execute(select(Job))
        assert not worker.beat.awake.is_set()
    assert db.scalars(select(Job)).all() == []
