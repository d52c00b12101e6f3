"""The pulse of a worker: every few seconds it looks for work, and frees what the dead held."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import SQLAlchemyError

from matcher.jobs.leases import free_abandoned
from matcher.jobs.pointers import Pointer, Pointers
from matcher.jobs.queries import has_abandoned, list_due
from matcher.jobs.turns import list_due_tasks
from matcher.jobs.workshop import Workshop

EVERY = 2.0

log = structlog.get_logger()


@dataclass(kw_only=True)
class Beat:
    """Looks around, and hands out pointers to all that is due."""

    workshop: Workshop
    pointers: Pointers
    # What else may be due, besides jobs and tasks: mails.
    also: Callable[[], list[Pointer]]
    awake: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Beat until the workshop stops. Whatever fails now may succeed in a moment."""
        while not self.workshop.stop.is_set():
            try:
                self.once()
            except SQLAlchemyError as error:
                log.warning("database away", error=type(error).__name__)
            except Exception as error:  # a beat that ends would end all work
                log.warning("beat failed", error=type(error).__name__)
            self.awake.wait(EVERY)
            self.awake.clear()

    def once(self) -> None:
        self.workshop.show_life()
        self.pointers.keep_going()
        self._free()
        self.pointers.hand_out(self._due())

    def _free(self) -> None:
        # Looking first: an idle worker takes the only pen of SQLite from nobody.
        with self.workshop.doors.reading() as db:
            abandoned = has_abandoned(db, now=self.workshop.now())
        if abandoned:
            with self.workshop.doors.writing() as db:
                freed = free_abandoned(db, now=self.workshop.now())
            log.warning("work freed", count=freed)

    def _due(self) -> list[Pointer]:
        now = self.workshop.now()
        with self.workshop.doors.reading() as db:
            jobs = [("job", str(job_id)) for job_id in list_due(db, now=now)]
            due = list_due_tasks(db, self.workshop.schedule, now=now)
        return jobs + [("task", name) for name in due] + self.also()
