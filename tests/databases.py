"""Which database the tests run on: SQLite, or PostgreSQL by SAMEN_TEST_DATABASE=postgres.

Either way a database is made once, with all that its tests begin with, and each test gets a copy.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
from sqlalchemy import Pool, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session

from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.migrations.models import import_every_model

ON_POSTGRES = os.environ.get("SAMEN_TEST_DATABASE", "sqlite") == "postgres"
_numbers = count(1)
# Who is connected to which database: what a test leaves open ends with its database, in silence.
_visitors: "list[tuple[str, psycopg.Connection[object]]]" = []

Fill = Callable[[Session], None]


class Template(Protocol):
    """A database that was made once."""

    def copy(self, folder: Path) -> str:
        """Make a copy for one test; return its address."""

    def drop(self, url: str) -> None:
        """Put a copy away."""


def nothing(_db: Session) -> None:
    """Leave the database empty."""


class File:
    """A SQLite database: a copy is a file."""

    def __init__(self, path: Path, fill: Fill = nothing) -> None:
        self.path = path
        _make_tables(f"sqlite:///{path}", fill)

    def copy(self, folder: Path) -> str:
        shutil.copyfile(self.path, folder / "matcher.db")
        return f"sqlite:///{folder / 'matcher.db'}"

    def drop(self, url: str) -> None:
        """Leave it to pytest, which removes the folder."""


class OnServer:
    """A PostgreSQL database: the server copies it by itself."""

    def __init__(self, server: str, fill: Fill = nothing) -> None:
        self.server = server
        url = make_database(server)
        _make_tables(url, fill)
        self.name = str(make_url(url).database)

    def copy(self, folder: Path) -> str:  # noqa: ARG002  # the server keeps it
        return make_database(self.server, like=self.name)

    def drop(self, url: str) -> None:
        drop_database(self.server, url)


def make_database(server: str, *, like: str = "template0") -> str:
    """Make a database on the server; return its address.

    By copying files: writing every page to the log as well takes the server five times as long.
    """
    name = f"trial{next(_numbers)}"
    with administering(server) as connection:
        query = f'CREATE DATABASE "{name}" TEMPLATE "{like}" STRATEGY file_copy'
        connection.execute(query.encode())
    url = make_url(server).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


def drop_database(server: str, url: str) -> None:
    name = str(make_url(url).database)
    _show_out(name)
    with administering(server) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _show_out(name: str) -> None:
    for visitor in [each for each in _visitors if each[0] == name]:
        visitor[1].close()
        _visitors.remove(visitor)


@event.listens_for(Pool, "connect")
def _remember(connection: object, _record: object) -> None:
    if isinstance(connection, psycopg.Connection):
        _visitors.append((connection.info.dbname, connection))


@contextmanager
def administering(server: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    with psycopg.connect(server, autocommit=True) as connection:
        yield connection


def _make_tables(url: str, fill: Fill) -> None:
    import_every_model()
    engine = open_to_write(url)
    Base.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as db:
        fill(db)
        db.commit()
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def another(url: str, folder: Path) -> str:
    """Copy a database that nobody uses at the moment; return the address of the copy."""
    if url.startswith("sqlite"):
        shutil.copyfile(url.removeprefix("sqlite:///"), folder / "another.db")
        return f"sqlite:///{folder / 'another.db'}"
    name = str(make_url(url).database)
    _show_out(name)  # connections that wait in a pool count as use
    return make_database(_server_of(url), like=name)


def files_of(url: str, *, compact: bool = False) -> bytes:
    """Read the files of a database as a thief would who has its disk.

    PostgreSQL promises no more than this: what was deleted is gone from the files of its tables
    once they are written anew (`compact`). Its log keeps it until that is recycled.
    """
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))
    with administering(_plain(make_url(url))) as connection:
        if compact:
            connection.execute("VACUUM FULL")
        connection.execute("CHECKPOINT")
        [folder] = connection.execute("SHOW data_directory").fetchone() or ("",)
        query = "SELECT oid FROM pg_database WHERE datname = current_database()"
        [number] = connection.execute(query).fetchone() or (0,)
    files = sorted((Path(str(folder)) / "base" / str(number)).glob("[0-9]*"))
    return b"".join(each.read_bytes() for each in files)


def _server_of(url: str) -> str:
    return _plain(make_url(url).set(database="postgres"))


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
