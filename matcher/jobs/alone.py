"""Whether any other worker is alive: one that starts alone need not wait for leases to end."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, NullPool, create_engine, func, select
from sqlalchemy.exc import SQLAlchemyError

if sys.platform != "win32":
    import fcntl

# Any number will do that no other lock of ours begins with.
WORKERS = 5_120_447


class FileLock:
    """On one machine: a file that the system lets go of when its process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    @contextmanager
    def arriving(self) -> Iterator[bool]:
        """Tell whether no other worker is here; none comes in before this `with` ends."""
        self._file = self._path.open("w")
        if sys.platform == "win32":  # there, leases run out by themselves
            yield False
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def keep(self) -> None:
        """Nothing to do: only the end of the process ends the lock."""

    def close(self) -> None:
        if self._file:
            self._file.close()


class ServerLock:
    """On a server: a lock that it lets go of when the connection to a worker ends."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None

    @contextmanager
    def arriving(self) -> Iterator[bool]:
        """Tell whether no other worker is here; none comes in before this `with` ends."""
        alone = False
        with suppress(SQLAlchemyError):  # the server is away: `keep` will find it
            alone = bool(self._ask("pg_try_advisory_lock", WORKERS))
        yield alone
        with suppress(SQLAlchemyError):
            self._ask("pg_advisory_lock_shared", WORKERS)
            if alone:
                self._ask("pg_advisory_unlock", WORKERS)

    def keep(self) -> None:
        """Look whether we are connected still; take it again after the server was away."""
        try:
            self._ask("pg_backend_pid")
        except SQLAlchemyError:
            self.close()
            with suppress(SQLAlchemyError):
                self._ask("pg_advisory_lock_shared", WORKERS)

    def close(self) -> None:
        if self._connection is not None:
            with suppress(SQLAlchemyError):
                self._connection.close()
        self._connection = None

    def _ask(self, function: str, *given: int) -> object:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection.scalar(select(getattr(func, function)(*given)))


def lock_for(url: str, *, folder: Path) -> FileLock | ServerLock:
    return ServerLock(url) if url.startswith("postgresql") else FileLock(folder / "worker.lock")
