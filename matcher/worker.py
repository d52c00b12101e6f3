"""Everything that happens in the background, put together for one process.

`matcher demo`, `run` and `serve` have one inside; `matcher worker` is one and nothing else.
"""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask
from sqlalchemy import or_, select
from sqlalchemy.orm import Session, sessionmaker

from matcher.config import Settings
from matcher.feedback.models import CheckIn, CheckInState
from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.jobs import leases as job_leases
from matcher.jobs.alone import lock_for
from matcher.jobs.beat import Beat
from matcher.jobs.pointers import Pointer, Pointers
from matcher.jobs.turns import free_turns
from matcher.jobs.waking import wake_after
from matcher.jobs.work import Task, Work
from matcher.jobs.workshop import Workshop
from matcher.messages import leases as mail_leases
from matcher.messages.carriers import carrier_for
from matcher.messages.models import Mail
from matcher.messages.postman import Postman
from matcher.work import WORK, schedule_of

THREADS = 4
PATIENCE = 20.0  # seconds for work in hand when the process ends
POST: Pointer = ("post", "")


class Worker:
    """A workshop, a postman, and the beat that finds work for both."""

    def __init__(
        self,
        app: Flask,
        *,
        work: Mapping[str, Callable[[Work], None]] = WORK,
        schedule: tuple[Task, ...] | None = None,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self.settings: Settings = app.config["SETTINGS"]
        self.doors = Doors.to(self.settings.database)
        self.workshop = Workshop(
            doors=self.doors,
            settings=self.settings,
            work=work,
            schedule=schedule_of(self.settings) if schedule is None else schedule,
            now=now,
        )
        self.postman = a_postman(app, self.doors, self.workshop.stop)
        self.pointers = Pointers(
            self.settings.JOBS_URL,
            folder=self.settings.INSTANCE.absolute(),
            secret=self.settings.SECRET_KEY,
        )
        self.beat = Beat(workshop=self.workshop, pointers=self.pointers, also=self._post)
        self._thread = threading.Thread(target=self.beat.run, name="beat", daemon=True)
        self.lock = lock_for(self.settings.database, folder=self.settings.INSTANCE.absolute())

    def start(self, *also_watching: sessionmaker[Session]) -> None:
        """Begin working. Whoever writes through these doors wakes us at once."""
        self._settle()
        for door in (self.doors.write, *also_watching):
            wake_after(door, self.beat.awake, also=(Mail,))
        ways = {
            "job": lambda row: self.workshop.do_job(UUID(row)),
            "task": self.workshop.do_task,
            "post": lambda _row: self.postman.go(),
        }
        self.pointers.follow(ways, threads=THREADS)
        self._thread.start()

    def stop(self) -> None:
        """End: work in hand is finished or given back, and nothing new is begun."""
        self.workshop.stop.set()
        self.beat.awake.set()
        self._thread.join(PATIENCE)
        self.pointers.end(patience=PATIENCE)
        self.doors.close()
        self.lock.close()

    def _post(self) -> list[Pointer]:
        self.lock.keep()
        return [POST] if self.postman.is_needed() else []

    def _settle(self) -> None:
        """Take over from a process that was killed, without waiting for its leases to end."""
        with self.lock.arriving() as alone:
            if not alone:
                return
            now = self.workshop.now()
            with self.doors.writing() as db:
                job_leases.free_abandoned(db, now=now, all_of_them=True)
                mail_leases.free_left_over(db, now=now, all_of_them=True)
                free_turns(db, now=now)


def a_postman(app: Flask, doors: Doors, stop: threading.Event) -> Postman:
    settings: Settings = app.config["SETTINGS"]
    carrier = carrier_for(settings.MAIL_URL, folder=settings.INSTANCE.absolute() / "outbox")
    return Postman(
        doors=doors,
        paper=app.extensions["stationery"],
        carrier=carrier,
        is_pulse_near=is_pulse_near,
        stop=stop,
    )


def is_pulse_near(db: Session, member_id: UUID, now: datetime) -> bool:
    """Tell whether a member has a pulse open, or one that opens within the week."""
    coming = CheckIn.opens_on <= (now + timedelta(days=7)).date()
    near = or_(CheckIn.state == CheckInState.OPEN, (CheckIn.state == CheckInState.PLANNED) & coming)
    return db.scalar(select(CheckIn.id).where(CheckIn.member_id == member_id, near)) is not None
