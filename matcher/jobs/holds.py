"""Holding on to work while it is done: each sign of life renews the lease, or ends the work."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.doors import Doors
from matcher.jobs.leases import Lease, note_progress, renew
from matcher.jobs.turns import keep_turn
from matcher.jobs.work import Cancelled, LeaseLost, Stopping

# Progress is for people: telling the database more often than this helps nobody.
OFTEN = 0.4


@dataclass(kw_only=True)
class JobHold:
    """The lease on one job."""

    lease: Lease
    doors: Doors
    now: Callable[[], datetime]
    stop: threading.Event
    _told: tuple[str, float] = field(default=("", 0.0), init=False)

    def confirm(self, db: Session) -> None:
        if not renew(db, self.lease, now=self.now()):
            raise LeaseLost

    def report(self, phase: str, done: float) -> None:
        if self.stop.is_set():
            raise Stopping
        before, when = self._told
        if phase == before and time.monotonic() - when < OFTEN:
            return
        with self.doors.writing() as db:
            cancel_asked = note_progress(db, self.lease, phase, done, now=self.now())
        self._told = (phase, time.monotonic())
        if cancel_asked is None:
            raise LeaseLost
        if cancel_asked:
            raise Cancelled


@dataclass(kw_only=True)
class TurnHold:
    """The turn to do one scheduled task."""

    task: str
    owner: str
    doors: Doors
    now: Callable[[], datetime]
    stop: threading.Event

    def confirm(self, db: Session) -> None:
        if not keep_turn(db, self.task, owner=self.owner, now=self.now()):
            raise LeaseLost

    def report(self, phase: str, done: float) -> None:  # noqa: ARG002  # nobody watches a task
        if self.stop.is_set():
            raise Stopping
        with self.doors.writing() as db:
            self.confirm(db)
