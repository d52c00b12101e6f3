"""What a job's function is given: what to work on, the doors to the database, a way to report."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.doors import Doors


class Cancelled(Exception):
    """Somebody asked for this work to stop."""


class LeaseLost(Cancelled):
    """Somebody else has taken up this work meanwhile: nothing more of ours may be kept."""


class Stopping(Exception):
    """The process is about to end: the work goes back into the queue."""


class Installation(Protocol):
    """What work may know of the settings."""

    @property
    def INSTANCE(self) -> Path: ...  # noqa: N802  # named as the setting

    @property
    def BASE_URL(self) -> str: ...  # noqa: N802  # likewise

    @property
    def SECRET_KEY(self) -> str: ...  # noqa: N802  # likewise

    @property
    def DASK_URL(self) -> str: ...  # noqa: N802  # likewise

    @property
    def DASK_FROM(self) -> int: ...  # noqa: N802  # likewise

    @property
    def ZONE(self) -> str: ...  # noqa: N802  # likewise


class Hold(Protocol):
    """The lease on a piece of work."""

    def confirm(self, db: Session) -> None:
        """Renew the lease within this transaction, or raise LeaseLost."""

    def report(self, phase: str, done: float) -> None:
        """Renew the lease and note how far we are, or raise Cancelled."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """One piece of work in hand.

    Keep each item in a `write()` of its own, so that what is done stays done; `report()` between
    them, at least once a minute. `report()` raises Cancelled: clean up within `write()` if you
    must, and let it pass.
    """

    subject_id: UUID
    settings: Installation
    doors: Doors
    hold: Hold
    payload: Mapping[str, Any] = field(default_factory=dict)
    now: Callable[[], datetime] = clock.now

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open one transaction. It is kept only while the work is still ours."""
        with self.doors.writing() as db:
            self.hold.confirm(db)
            yield db

    @contextmanager
    def read(self) -> Iterator[Session]:
        with self.doors.reading() as db:
            yield db

    def report(self, phase: str, done: float = 0.0) -> None:
        """Say where we are (0 to 1). Never within `write()`: it would wait for its transaction."""
        self.hold.report(phase, min(max(done, 0.0), 1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that is done again and again, by one owner at a time."""

    name: str
    every: timedelta
    does: Callable[[Work], None]
