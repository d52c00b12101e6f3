"""Brings everything up: PostgreSQL, a mail server, Dask, two web processes and two workers."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.queues import a_redis
from examples.cluster.machines import ROOT, Machine, end_all, share_secrets
from examples.cluster.postbox import Postbox
from matcher.config import from_environment
from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.migrations.models import import_every_model
from tests import clusters, postgres
from tests.databases import administering, make_database
from tests.messages.servers import a_server as a_mail_server

BOUNCES = "bounces@example.org"


@dataclass
class Cluster:
    """All of it, and a clock that can be set ahead."""

    webs: list[Machine]
    workers: list[Machine]
    dask: clusters.Cluster
    server: postgres.Server
    postbox: Postbox
    doors: Doors
    moment: datetime
    killed: list[str] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    @property
    def machines(self) -> list[Machine]:
        return [*self.webs, *self.workers]

    @property
    def now(self) -> datetime:
        return self.moment + timedelta(seconds=time.monotonic() - self._since)

    def start(self, machines: list[Machine]) -> None:
        for each in machines:
            each.start(self.now)
        for each in machines:
            each.await_ready()

    def later(self, days: int) -> None:
        """Let days pass: each process is asked to end, and begins again at nine that morning."""
        end_all(self.machines)
        day = self.moment + timedelta(days=days)
        self.moment, self._since = day, time.monotonic()
        self.start(self.machines)

    def kill(self, machine: Machine, *, away: float = 5.0) -> None:
        """Kill a process as hard as can be; after some seconds something starts it again."""
        machine.kill()
        self.killed.append(machine.name)
        time.sleep(away)
        self.start([machine])

    def kill_dask_worker(self) -> None:
        self.dask.workers[0].kill()
        self.killed.append("Dask worker")
        time.sleep(2)
        self.dask.add_worker()

    def kill_database(self) -> None:
        self.server.kill()
        self.killed.append("PostgreSQL")
        until = time.monotonic() + 60
        while True:
            time.sleep(2)
            try:
                self.server.start()
            except (subprocess.SubprocessError, AssertionError):  # its last processes go still
                if time.monotonic() > until:
                    raise
            else:
                return

    def matcher(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Call `matcher` as an operator does, on the first machine."""
        return subprocess.run(  # noqa: S603  # our own command
            [sys.executable, "-m", "examples.cluster.at", self.now.isoformat(), *words],
            cwd=ROOT,
            env=dict(os.environ) | self.webs[0].settings,
            capture_output=True,
            text=True,
            check=False,
        )


@contextmanager
def a_cluster(
    folder: Path, ports: tuple[int, int], *, carrier: str, moment: datetime
) -> Iterator[Cluster]:
    """Start everything; it ends where the `with` ends."""
    postbox = Postbox()
    with ExitStack() as stack:
        server = stack.enter_context(postgres.a_server())
        _do_not_wait_for_the_disk(server)
        dask = stack.enter_context(clusters.a_cluster(folder))
        mail = stack.enter_context(a_mail_server(postbox))
        url = make_database(server.url)
        queue = stack.enter_context(a_redis(folder)) if carrier == "redis" else _plain(url)
        surroundings = {
            "MATCHER_DATABASE_URL": _plain(url),
            "MATCHER_JOBS_URL": queue,
            "MATCHER_DASK_URL": dask.address,
            "MATCHER_DASK_FROM": "1",
            "MATCHER_MAIL_URL": f"smtp://{mail}",
            "MATCHER_BOUNCE_ADDRESS": BOUNCES,
            "MATCHER_BASE_URL": f"http://127.0.0.1:{ports[0]}",
            "MATCHER_PROXY_HOPS": "1",
            "MATCHER_BACKUP_EVERY_HOURS": "0",
            # Five thousand people choose a password within minutes; see README.md.
            "MATCHER_ARGON2_MEMORY_KIB": "1024",
        }
        webs = [
            _machine(folder, f"web{number}", ("serve", "--no-background"), surroundings, port)
            for number, port in enumerate(ports, 1)
        ]
        workers = [
            _machine(folder, f"worker{number}", ("worker",), surroundings) for number in (1, 2)
        ]
        settings = from_environment(webs[0].settings)  # makes the secrets
        share_secrets(webs[0].folder, [each.folder for each in (*webs[1:], *workers)])
        import_every_model()
        sealed.install(settings.SEAL_KEYS)
        doors = Doors.to(url)
        stack.callback(doors.close)
        cluster = Cluster(webs, workers, dask, server, postbox, doors, moment)
        upgraded = cluster.matcher("upgrade", "--no-backup")
        if upgraded.returncode:
            raise AssertionError(upgraded.stderr)
        stack.callback(_end_all, cluster.machines)
        cluster.start(cluster.machines)
        yield cluster


def _do_not_wait_for_the_disk(server: postgres.Server) -> None:
    """What a killed process gave to the system is there. Only a power failure would lose it."""
    with administering(server.url) as connection:
        for setting in ("fsync", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        connection.execute("SELECT pg_reload_conf()")


def _machine(
    folder: Path,
    name: str,
    words: tuple[str, ...],
    surroundings: dict[str, str],
    port: int | None = None,
) -> Machine:
    (folder / name).mkdir(mode=0o700)
    more = ("--port", str(port)) if port else ()
    return Machine(name, (*words, *more), folder / name, surroundings, port)


def _end_all(machines: list[Machine]) -> None:
    for each in machines:
        with suppress(AssertionError):
            each.kill()


def _plain(url: str) -> str:
    return url.replace("+psycopg", "")
