"""Work to try a job's function with, without a queue around it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation.doors import Doors
from matcher.jobs.work import Work
from matcher.jobs.workshop import NOBODY, Workshop
from tests.factories import NOW


class FreeHold:
    """A lease that is never lost. Remembers what was reported."""

    def __init__(self) -> None:
        self.reported: list[tuple[str, float]] = []

    def confirm(self, db: Session) -> None:
        pass

    def report(self, phase: str, done: float) -> None:
        self.reported.append((phase, done))


def some_work(
    settings: Settings,
    subject_id: UUID = NOBODY,
    *,
    now: datetime = NOW,
    payload: Mapping[str, Any] | None = None,
) -> Work:
    """Make work on the test's database: `run_matching(some_work(settings, run.id))`."""
    return Work(
        subject_id=subject_id,
        settings=settings,
        doors=Doors.to(settings.database),
        hold=FreeHold(),
        payload=payload or {},
        now=lambda: now,
    )


def a_workshop(
    settings: Settings, *, now: datetime = NOW, **work: Callable[[Work], None]
) -> Workshop:
    """Make a workshop that knows these kinds of work."""
    doors = Doors.to(settings.database)
    return Workshop(doors=doors, settings=settings, work=work, now=lambda: now)
