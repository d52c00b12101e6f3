"""An installation to kill in, and the ways of starting work in a process that can be killed."""

import os
import random
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation import sealed
from matcher.foundation.database import Base
from matcher.foundation.doors import Doors
from matcher.foundation.engines import open_to_write
from matcher.jobs.leases import free_abandoned
from matcher.jobs.models import Job, JobState
from matcher.jobs.queries import list_due
from matcher.jobs.services import retry
from matcher.jobs.turns import free_turns
from matcher.jobs.workshop import Workshop
from matcher.migrations.models import import_every_model
from matcher.work import WORK

KEYS = {1: bytes(range(32))}
# Time passes with every kill, so that what rests after failing rests no longer.
BEGIN = datetime(2026, 3, 9, 9, tzinfo=UTC)
PATIENCE = 120.0  # seconds until a service is given up


@dataclass
class Place:
    """One installation, and a clock of its own."""

    folder: Path
    now: datetime = BEGIN
    pace: timedelta = timedelta(hours=1)  # from one kill to the next
    dice: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311  # moments

    @property
    def settings(self) -> Settings:
        return Settings(
            SECRET_KEY="for a trial",
            SEAL_KEYS=KEYS,
            INSTANCE=self.folder,
            MODE="development",
            BASE_URL="http://localhost",
        )

    def make(self, *things: Base) -> None:
        """Make the database, with these things in it."""
        import_every_model()
        sealed.install(KEYS)
        engine = open_to_write(self.settings.database)
        Base.metadata.create_all(engine)
        with Session(engine) as db:
            db.add_all(things)
            db.commit()
        engine.dispose()

    def doors(self) -> Doors:
        return Doors.to(self.settings.database)

    def workshop(self, doors: Doors) -> Workshop:
        return Workshop(doors=doors, settings=self.settings, work=WORK, now=lambda: self.now)

    def work(self) -> None:
        """Do what a worker does when it starts: take over from the dead, then all that is due."""
        doors = self.doors()
        with doors.writing() as db:
            free_abandoned(db, now=self.now, all_of_them=True)
            free_turns(db, now=self.now)
        for job_id in self.due(doors):
            self.workshop(doors).do_job(job_id)
        doors.close()

    def due(self, doors: Doors) -> list[UUID]:
        with doors.reading() as db:
            return list(list_due(db, now=self.now))

    def is_over(self) -> bool:
        """Tell whether all work ended; try again what was parked for its many deaths."""
        doors = self.doors()
        with doors.writing() as db:
            jobs = db.query(Job).all()
            for job in jobs:
                if job.state == JobState.PARKED:
                    retry(db, job, now=self.now)
            open_ = [job for job in jobs if job.state in {JobState.QUEUED, JobState.RUNNING}]
        doors.close()
        return not open_

    def damage(self) -> list[str]:
        with closing(sqlite3.connect(self.folder / "matcher.db")) as db:
            whole = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            linked = db.execute("PRAGMA foreign_key_check").fetchall() == []
        return [*([] if whole else ["damaged"]), *([] if linked else ["points to nothing"])]


@dataclass(frozen=True)
class Start:
    """What it took until the service was ready, by the clock and of the processor."""

    clock: float
    work: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.work:.1f} s of the processor)"


def start_until_ready(folder: Path) -> Start:
    """Start the service on a copy of what a kill left, as an operator would: until it is ready."""
    with TemporaryDirectory(prefix="again-") as copied, socket.socket() as free:
        instance = Path(copied) / "instance"
        shutil.copytree(folder, instance)
        (instance / "keys").write_text("".join(f"{n} {key.hex()}\n" for n, key in KEYS.items()))
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
        free.close()
        words = ["serve", "--port", port]
        begun, worked = time.monotonic(), _worked()
        with subprocess.Popen(  # noqa: S603  # our own command
            [sys.executable, "-m", "matcher.cli", *words],
            env=dict(os.environ) | {"MATCHER_INSTANCE": str(instance), "MATCHER_MODE": "demo"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as service:
            try:
                while not _is_ready(port):
                    if service.poll() is not None or time.monotonic() - begun > PATIENCE:
                        raise AssertionError(f"It does not start again: {service.returncode}")
                    time.sleep(0.05)
                seconds = time.monotonic() - begun
            finally:
                service.kill()
                service.wait()
        return Start(seconds, _worked() - worked)


def _worked() -> float:
    """Return the time of the processor that children took which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _is_ready(port: str) -> bool:
    with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
        return bool(answer.status == HTTPStatus.OK)
    return False


def kill_in_the_middle(place: Place, deed: Callable[[], None], longest: float) -> bool:
    """Do this in a process of its own, and kill it at some moment. False: it was faster."""
    child = os.fork()
    if child == 0:  # everything is loaded already, so it begins at once
        os.setsid()
        status = 1
        try:
            deed()
            status = 0
        finally:
            os._exit(status)
    until = time.monotonic() + place.dice.uniform(0.0, longest)
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            if status:
                raise AssertionError(f"It failed by itself: {status}")
            return False
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    place.now += place.pace
    return True
