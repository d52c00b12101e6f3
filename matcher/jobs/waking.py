"""Wakes a worker in the same process as soon as there is work, so that nobody waits for a beat."""

import threading

from sqlalchemy import event
from sqlalchemy.orm import Session, UOWTransaction, sessionmaker

from matcher.foundation.database import Base
from matcher.jobs.models import Job

KEY = "brings work"


def wake_after(
    door: sessionmaker[Session], awake: threading.Event, *, also: tuple[type[Base], ...] = ()
) -> None:
    """Set the event after each commit through this door that keeps new work."""
    kinds: tuple[type[Base], ...] = (Job, *also)

    @event.listens_for(door, "after_flush")
    def _look(db: Session, _flush: UOWTransaction) -> None:
        if any(isinstance(thing, kinds) for thing in db.new):
            db.info[KEY] = True

    @event.listens_for(door, "after_commit")
    def _wake(db: Session) -> None:
        if db.info.pop(KEY, False):
            awake.set()
