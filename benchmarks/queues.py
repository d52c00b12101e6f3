"""Two worker processes share the work of one server, by way of each queue; one is killed midway.

`python -m benchmarks.queues --carrier redis` starts a Redis of its own (Debian: redis-server, and
`pip install '.[redis]'`); `--carrier postgresql` lets the database itself carry the pointers.
All work must be done, each piece once, by both; and what the killed one held within its lease.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from matcher.config import from_environment
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.jobs.models import Job, JobState
from matcher.messages.models import Mail
from matcher.migrations.models import import_every_model
from matcher.migrations.upgrade import upgrade
from matcher.privacy.models import Takeout
from matcher.privacy.services.takeouts import ask_takeout
from tests.databases import make_database
from tests.factories import a_member
from tests.postgres import a_server

CARRIERS = ("redis", "postgresql")
LONGEST = 300.0  # seconds until all must be done


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--carrier", choices=CARRIERS, action="append")
    asked.add_argument("--pieces", type=int, default=300)
    given = asked.parse_args()
    faults = [fault for each in given.carrier or CARRIERS for fault in _try(each, given.pieces)]
    return 1 if faults else 0


def _try(carrier: str, pieces: int) -> list[str]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="queues-")))
        server = stack.enter_context(a_server())
        url = make_database(server.url)
        plain = url.replace("+psycopg", "")
        queue = stack.enter_context(a_redis(folder)) if carrier == "redis" else plain
        surroundings = {
            "MATCHER_INSTANCE": str(folder),
            "MATCHER_DATABASE_URL": plain,
            "MATCHER_JOBS_URL": queue,
            "MATCHER_BACKUP_EVERY_HOURS": "0",
        }
        doors = _fill(url, surroundings, pieces)
        stack.callback(doors.close)
        workers = [stack.enter_context(_worker(folder, n, surroundings)) for n in range(2)]
        begun = time.monotonic()
        _wait(doors, pieces // 3)
        workers[0].kill()
        killed = time.monotonic()
        _wait(doors, pieces)
        done = time.monotonic()
        faults = _faults(doors, folder, pieces)
    sys.stdout.write(
        f"{carrier}: {pieces} pieces in {done - begun:.0f} s, the last {done - killed:.0f} s after "
        f"one of two workers was killed: {faults or 'each once, by both'}\n"
    )
    return faults


def _fill(url: str, surroundings: dict[str, str], pieces: int) -> Doors:
    import_every_model()
    sealed.install(from_environment(surroundings).SEAL_KEYS)
    upgrade(url)
    doors = Doors.to(url)
    with doors.writing() as db:
        for number in range(pieces):
            db.add(member := a_member(f"Member {number}"))
            db.flush()
            ask_takeout(db, member, now=clock.now())
    return doors


@contextmanager
def _worker(
    folder: Path, number: int, surroundings: dict[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    with (folder / f"worker{number}.log").open("w") as log:
        worker = subprocess.Popen(  # our own command
            [sys.executable, "-m", "matcher.cli", "worker"],
            env=dict(os.environ) | surroundings,
            stderr=log,
        )
    try:
        yield worker
    finally:
        worker.terminate()
        worker.wait()


@contextmanager
def a_redis(folder: Path) -> Iterator[str]:
    command = shutil.which("redis-server")
    if command is None:
        sys.exit("redis-server is not installed here: apt-get install redis-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    options = ["--bind", "127.0.0.1", "--port", port, "--save", "", "--dir", str(folder)]
    with subprocess.Popen(  # noqa: S603  # the system's own
        [command, *options], stdout=subprocess.DEVNULL
    ) as server:
        try:
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


def _wait(doors: Doors, pieces: int) -> None:
    until = time.monotonic() + LONGEST
    done = select(func.count(Job.id)).where(Job.state == JobState.DONE)
    while time.monotonic() < until:
        with doors.reading() as db:
            if (db.scalar(done) or 0) >= pieces:
                return
        time.sleep(0.05)
    raise AssertionError("Not all was done in time.")


def _faults(doors: Doors, folder: Path, pieces: int) -> list[str]:
    with doors.reading() as db:
        ready = db.scalar(select(func.count(Takeout.id)).where(Takeout.ready_at.is_not(None)))
        told = db.scalar(select(func.count(Mail.id)).where(Mail.kind == "takeout.ready"))
    shares = [(folder / f"worker{n}.log").read_text().count("job ended") for n in range(2)]
    return [
        *([] if ready == pieces else [f"{ready} copies"]),
        *([] if told == pieces else [f"{told} mails"]),
        *([] if all(shares) else [f"shares {shares}"]),
    ]


if __name__ == "__main__":
    sys.exit(main())
