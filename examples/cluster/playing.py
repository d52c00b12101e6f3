"""Lets many people act at once, waits for work to be done, and lets something break meanwhile."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import OperationalError

from examples.cluster.browsing import insist
from examples.cluster.postbox import Letter
from examples.cluster.telling import Line
from matcher.foundation.doors import Doors
from matcher.jobs.models import Job, JobState
from matcher.messages.models import Budget, Delivery, Mail

AT_ONCE = 12
LOOKS = 10  # so often we look again how far people are
A_THIRD, A_QUARTER = 1 / 3, 1 / 4  # of the way: then something breaks
SILENCE = 600.0  # seconds without anything happening: something hangs
ENDED = {JobState.DONE, JobState.FAILED, JobState.PARKED, JobState.CANCELLED}

Deed = Callable[[], None]


@dataclass(frozen=True)
class Act:
    """What people do about the mails they get."""

    title: str
    letters: Callable[[], list[Letter]]
    does: Callable[[Letter], None]
    many: int  # about so many will do it


@dataclass
class Patience:
    """Gives up when nothing changes any more."""

    title: str
    _seen: object = None
    _since: float = field(default_factory=time.monotonic)

    def look(self, now: object) -> None:
        if now != self._seen:
            self._seen, self._since = now, time.monotonic()
        if time.monotonic() - self._since > SILENCE:
            raise AssertionError(f"{self.title}: nothing happens any more.")


@dataclass
class Break:
    """Something that breaks beside what goes on, once it is so far."""

    does: Deed | None
    after: float
    _breaking: Future[None] | None = None

    def look(self, done: float) -> None:
        if self.does and self._breaking is None and done >= self.after:
            with_others = ThreadPoolExecutor(1)
            self._breaking = with_others.submit(self.does)
            with_others.shutdown(wait=False)

    def finish(self) -> None:
        """Let it break now, if nothing was far enough for it before; and wait until it is over.

        What went wrong while it broke is raised here.
        """
        self.look(self.after)
        if self._breaking:
            self._breaking.result()


def play(act: Act, over: Callable[[], bool], breaks: Deed | None = None) -> None:
    """Let everybody act as their mails come, until it is over; after a third, something breaks."""
    done: set[Letter] = set()
    together = max(act.many // LOOKS, AT_ONCE)
    broken, patience = Break(breaks, act.many * A_THIRD), Patience(act.title)
    with ThreadPoolExecutor(AT_ONCE) as people, Line(act.title, act.many) as line:
        while True:
            was_over = over()
            # A mail that must arrive may have a twin: its reader acts once.
            new = list(dict.fromkeys(each for each in act.letters() if each not in done))[:together]
            if was_over and not new:
                break
            list(people.map(lambda letter: insist(lambda: act.does(letter)), new))
            done.update(new)
            line.show(len(done))
            broken.look(len(done))
            patience.look(len(done))
            time.sleep(0.0 if new else 0.5)
    broken.finish()


def await_job(doors: Doors, kind: str, title: str, breaks: Deed | None = None) -> None:
    """Wait for the latest work of a kind; a quarter on its way, something breaks."""
    broken, patience = Break(breaks, A_QUARTER), Patience(title)
    with Line(title, 100) as line:
        while True:
            job = find_job(doors, kind)
            if job is None:
                break  # so little that it was done at once
            line.show(round(job.progress * 100))
            broken.look(job.progress)
            patience.look((job.progress, job.state))
            if job.state in ENDED:
                break
            time.sleep(0.3)
    broken.finish()
    if job and job.state != JobState.DONE:
        raise AssertionError(f"{title}: {job.state}, {job.error}")


def find_job(doors: Doors, kind: str) -> Job | None:
    with doors.reading() as db:
        latest = select(Job).where(Job.kind == kind).order_by(Job.created_at.desc()).limit(1)
        job = db.scalar(latest)
        if job:
            db.expunge(job)
        return job


def no_mail_waits(doors: Doors) -> bool:
    """Tell whether all mails are on their way. Guidance may wait for a better moment."""
    waits = Mail.delivery.in_([Delivery.QUEUED, Delivery.SENDING])
    return not count(doors, Mail, waits, Mail.budget != Budget.GUIDANCE)


def count(doors: Doors, kind: Any, *conditions: ColumnElement[bool]) -> int:
    """Count rows; while the database is away, wait for it."""
    patience = Patience("Counting")
    while True:
        try:
            with doors.reading() as db:
                return db.scalar(select(func.count(kind.id)).where(*conditions)) or 0
        except OperationalError:
            patience.look("away")
            time.sleep(1)
