"""Copies a SQLite database while others write to it, and puts a copy in its place."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine

from matcher.backups.locks import locked
from matcher.backups.parcels import NotGood
from matcher.backups.stores import Pulse, count_rows

PAGES = 2000  # between signs of life: some eight megabytes


@dataclass(frozen=True)
class SqliteStore:
    path: Path
    kind: str = "sqlite"

    def copy(self, target: Path, pulse: Pulse) -> Mapping[str, int]:
        engine = create_engine(f"sqlite:///{self.path}")
        with engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)  # noqa: S101  # as opened above
            source.isolation_level = None
            source.execute("PRAGMA query_only=ON")
            source.execute("BEGIN")
            rows = count_rows(connection, pulse)  # from here on, it is this moment that is copied
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600))
            with closing(sqlite3.connect(target)) as copied:
                source.backup(copied, pages=PAGES, progress=lambda *_: pulse())
            source.execute("ROLLBACK")
        engine.dispose()
        return rows

    @contextmanager
    def apart(self, copied: Path, pulse: Pulse) -> Iterator[str]:  # noqa: ARG002  # opens at once
        yield f"sqlite:///{copied}"

    def swap(self, url: str, stamp: str) -> str:
        """Put the file in place in one step. The old one stays, under another name."""
        new = Path(url.removeprefix("sqlite:///"))
        with _nobody_else(self.path.parent / "worker.lock"):
            _settle(new)
            aside = self.path.with_name(f"{self.path.name}.before-{stamp}")
            if self.path.exists():
                _settle(self.path)
                os.link(self.path, aside)
            new.replace(self.path)
            for ending in ("-wal", "-shm"):  # emptied above: they belong to the old one
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        return str(aside)


def _settle(path: Path) -> None:
    """Bring all that was written into the file itself. Refused while anybody else is at it."""
    try:
        with closing(sqlite3.connect(path, timeout=2, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode=WAL")
            busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            db.execute("PRAGMA journal_mode=DELETE")  # only the last one here may do this
    except sqlite3.OperationalError as error:
        raise NotGood("The database is in use. Please stop the service, then restore.") from error
    if busy:
        raise NotGood("The database is in use. Please stop the service, then restore.")


@contextmanager
def _nobody_else(path: Path) -> Iterator[None]:
    """Keep every worker of this installation away meanwhile."""
    with path.open("w") as lock:
        if not locked(lock):
            raise NotGood("The service is running. Please stop it, then restore.")
        yield
