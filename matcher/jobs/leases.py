"""Taking work up and giving it back: every change is one guarded update that proves its fence.

A worker may die at any moment. So it holds work only for as long as its lease lasts; whoever
takes the work up next raises the fence, and nothing the first one still writes is kept.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, Update, case, select, update
from sqlalchemy.orm import Session

from matcher.jobs.models import Job, JobState
from matcher.jobs.queries import is_abandoned, is_due

LEASE = timedelta(minutes=1)
MOST_ATTEMPTS = 5
LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Lease:
    """Which work is held, and the fence that proves it."""

    job_id: UUID
    fence: int


def pause_after(attempts: int) -> timedelta:
    """Return how long failing work rests: half a minute, then four times as long each time."""
    return min(timedelta(seconds=30 * 4 ** min(attempts - 1, 9)), LONGEST_PAUSE)


def take_up(db: Session, job_id: UUID, *, now: datetime) -> Job | None:
    """Take up waiting work, unless somebody else was faster."""
    waiting = update(Job).where(Job.id == job_id, is_due(now))
    mine = waiting.values(
        state=JobState.RUNNING,
        attempts=Job.attempts + 1,
        fence=Job.fence + 1,
        lease_until=now + LEASE,
        started_at=now,
        phase="",
        error=None,
    )
    return db.get(Job, job_id, populate_existing=True) if changed(db, mine) else None


def renew(db: Session, lease: Lease, *, now: datetime) -> bool:
    """Hold on to work for a while longer. False: it is not ours any more."""
    return changed(db, _mine(lease).values(lease_until=now + LEASE))


def note_progress(
    db: Session, lease: Lease, phase: str, done: float, *, now: datetime
) -> bool | None:
    """Note how far we are. Returns whether to stop; None: the work is not ours any more.

    Further than any attempt before: whatever ended those, the work itself is sound.
    """
    further = Job.progress < done
    told = _mine(lease).values(
        phase=phase,
        progress=case((further, done), else_=Job.progress),
        attempts=case((further, 1), else_=Job.attempts),
        lease_until=now + LEASE,
    )
    asked = told.returning(Job.cancel_asked)
    return db.scalar(asked.execution_options(synchronize_session=False))


def finish(
    db: Session, lease: Lease, state: JobState, *, now: datetime, error: str | None = None
) -> bool:
    """End work for good. False: it was not ours any more."""
    ended = {"state": state, "finished_at": now, "lease_until": None, "error": error}
    if state == JobState.DONE:
        ended |= {"progress": 1.0}
    return changed(db, _mine(lease).values(**ended))


def put_back(db: Session, lease: Lease, *, now: datetime) -> bool:
    """Give unfinished work back as if it had not been taken up: the process is ending."""
    again = {"state": JobState.QUEUED, "lease_until": None, "due_at": now}
    return changed(db, _mine(lease).values(attempts=Job.attempts - 1, **again))


def postpone(db: Session, lease: Lease, *, now: datetime, error: str) -> bool:
    """Let failing work rest, so that it holds up no other; park it after too many attempts."""
    attempts = db.scalar(select(Job.attempts).where(Job.id == lease.job_id)) or MOST_ATTEMPTS
    return changed(db, _mine(lease).values(**_after_failing(attempts, now, error)))


def free_abandoned(db: Session, *, now: datetime, all_of_them: bool = False) -> int:
    """Queue again what a dead worker held. `all_of_them`: none but us can be alive."""
    dead = Job.state == JobState.RUNNING if all_of_them else is_abandoned(now)
    found = select(Job.id, Job.fence, Job.attempts, Job.cancel_asked).where(dead)
    freed = 0
    for job_id, fence, attempts, cancel_asked in db.execute(found).all():
        if cancel_asked:
            after: dict[str, Any] = {"state": JobState.CANCELLED, "finished_at": now}
        else:
            after = _after_failing(attempts, now, "abandoned")
            # One death is bad luck, and the work goes on at once; several are its own doing.
            after |= {"due_at": now} if attempts == 1 else {}
        still = update(Job).where(Job.id == job_id, Job.fence == fence, dead)
        freed += changed(db, still.values(lease_until=None, **after))
    return freed


def changed(db: Session, statement: Update) -> bool:
    """Execute a guarded update, and tell whether its guard held."""
    done = db.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", done).rowcount == 1


def _mine(lease: Lease) -> Update:
    return update(Job).where(
        Job.id == lease.job_id, Job.fence == lease.fence, Job.state == JobState.RUNNING
    )


def _after_failing(attempts: int, now: datetime, error: str) -> dict[str, Any]:
    if attempts >= MOST_ATTEMPTS:
        return {"state": JobState.PARKED, "finished_at": now, "error": error}
    return {"state": JobState.QUEUED, "due_at": now + pause_after(attempts), "error": error}
