"""Where work is done: takes it up, calls its function, and notes how it ended."""

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid4

import structlog
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.foundation.errors import RuleBroken
from matcher.foundation.logs import where
from matcher.jobs.holds import JobHold, TurnHold
from matcher.jobs.leases import Lease, finish, postpone, put_back, renew, take_up
from matcher.jobs.models import JobState
from matcher.jobs.turns import end_turn, take_turn
from matcher.jobs.work import Cancelled, Installation, LeaseLost, Stopping, Task, Work

NOBODY = UUID(int=0)
PATIENCE = 60 * 60.0  # seconds
INTERRUPTED = {LeaseLost: "lost", Cancelled: "cancelled", Stopping: "stopped"}

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ending:
    """How a piece of work ended, and how its row is told."""

    how: str
    error: str | None = None

    STATES: ClassVar = {
        "done": JobState.DONE,
        "cancelled": JobState.CANCELLED,
        "refused": JobState.FAILED,
        "parked": JobState.PARKED,
    }

    def note(self, db: Session, lease: Lease, *, now: datetime) -> None:
        if self.how in self.STATES:
            finish(db, lease, self.STATES[self.how], now=now, error=self.error)
        elif self.how == "postponed":
            postpone(db, lease, now=now, error=self.error or "")
        elif self.how == "stopped":
            put_back(db, lease, now=now)


@dataclass(kw_only=True)
class Workshop:
    """Everything that doing work needs, in one process."""

    doors: Doors
    settings: Installation
    work: Mapping[str, Callable[[Work], None]]
    schedule: tuple[Task, ...] = ()
    now: Callable[[], datetime] = clock.now
    stop: threading.Event = field(default_factory=threading.Event)
    _in_hand: dict[UUID, tuple[Lease, float]] = field(default_factory=dict, init=False)

    def do_job(self, job_id: UUID) -> None:
        """Do one job, if it still waits; whatever happens, its row says how it ended."""
        with self.doors.writing() as db:
            job = take_up(db, job_id, now=self.now())
            if job is None:
                return
            lease = Lease(job.id, job.fence)
            kind, subject_id, payload = job.kind, job.subject_id, dict(job.payload)
        hold = JobHold(lease=lease, doors=self.doors, now=self.now, stop=self.stop)
        work = self._work(subject_id, hold, payload)
        self._in_hand[job_id] = (lease, time.monotonic())
        try:
            ending = self._outcome(kind, work)
        finally:
            self._in_hand.pop(job_id, None)
        with self.doors.writing() as db:
            ending.note(db, lease, now=self.now())
        log.info("job ended", job=str(job_id), kind=kind, how=ending.how, error=ending.error)

    def do_task(self, name: str) -> None:
        """Do a scheduled task, if it is due and nobody else is at it."""
        task = next(each for each in self.schedule if each.name == name)
        owner = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
        with self.doors.writing() as db:
            if not take_turn(db, task, owner=owner, now=self.now()):
                return
        hold = TurnHold(task=name, owner=owner, doors=self.doors, now=self.now, stop=self.stop)
        done = False
        try:
            task.does(self._work(NOBODY, hold, {}))
            done = True
        except (Cancelled, Stopping):
            log.info("task interrupted", task=name)
        except Exception as error:  # one task's failure must not end the schedule
            log.warning("task failed", task=name, error=where(error))
        with self.doors.writing() as db:
            end_turn(db, name, owner=owner, now=self.now(), done=done)

    def show_life(self) -> None:
        """Renew the leases of all work in hand, so that a long step is not taken for a death.

        What has been at it for hours may hang: it must renew its lease itself.
        """
        for lease, since in list(self._in_hand.values()):
            if time.monotonic() - since < PATIENCE:
                with self.doors.writing() as db:
                    renew(db, lease, now=self.now())

    def _outcome(self, kind: str, work: Work) -> Ending:
        if kind not in self.work:
            return Ending("parked", f"no function for {kind}")
        try:
            self.work[kind](work)
        except (Cancelled, Stopping) as interruption:
            return Ending(INTERRUPTED[type(interruption)])
        except RuleBroken as refusal:
            return Ending("refused", json.dumps(refusal.sentence.to_json()))
        except Exception as error:  # the row must say so, whatever went wrong
            return Ending("postponed", where(error))
        return Ending("done")

    def _work(self, subject_id: UUID, hold: JobHold | TurnHold, payload: dict[str, object]) -> Work:
        return Work(
            subject_id=subject_id,
            settings=self.settings,
            doors=self.doors,
            hold=hold,
            payload=payload,
            now=self.now,
        )
