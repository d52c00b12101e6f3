"""Putting work into the queue, and taking it out again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from matcher.jobs.leases import changed
from matcher.jobs.models import Job, JobState
from matcher.jobs.queries import find_job


def enqueue(  # noqa: PLR0913  # what, about what, when, which turn of it, with what: a job has these
    db: Session,
    kind: str,
    subject_id: UUID,
    *,
    now: datetime,
    period: str = "",
    payload: Mapping[str, Any] | None = None,
) -> Job:
    """Queue a piece of work. The same work is queued once: asking again returns the first."""
    job = find_job(db, kind, subject_id, period=period)
    if job is None:
        job = Job(
            kind=kind,
            subject_id=subject_id,
            period=period,
            payload=dict(payload or {}),
            created_at=now,
            due_at=now,
        )
        db.add(job)
    return job


def ask_to_cancel(db: Session, job: Job, *, now: datetime) -> None:
    """Take waiting work out of the queue at once; ask whoever is at work to stop."""
    waiting = update(Job).where(Job.id == job.id, Job.state == JobState.QUEUED)
    db.execute(waiting.values(state=JobState.CANCELLED, finished_at=now))
    running = update(Job).where(Job.id == job.id, Job.state == JobState.RUNNING)
    db.execute(running.values(cancel_asked=True))
    db.refresh(job)


def retry(db: Session, job: Job, *, now: datetime) -> None:
    """Queue work again that was parked, failed or cancelled, with a clean slate."""
    ended = (JobState.PARKED, JobState.FAILED, JobState.CANCELLED)
    again = update(Job).where(Job.id == job.id, Job.state.in_(ended))
    db.execute(
        again.values(
            state=JobState.QUEUED,
            due_at=now,
            attempts=0,
            cancel_asked=False,
            progress=0.0,
            phase="",
            error=None,
            finished_at=None,
        )
    )
    db.refresh(job)


def put_aside(db: Session, job: Job, *, now: datetime) -> bool:
    """Stop showing work that was given up. False: it is not given up any more."""
    given_up = update(Job).where(
        Job.id == job.id, Job.state.in_([JobState.PARKED, JobState.FAILED])
    )
    done = changed(db, given_up.values(state=JobState.CANCELLED, finished_at=now))
    db.refresh(job)
    return done
