"""Opens the database: one way in to read, another to write."""

import sqlite3
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from matcher.foundation.pen import pen_of

# Seconds that a writer waits for others: whoever waits for a page is told to come back after that.
# Work in the background may wait longer, rather than fail and be done again.
PATIENCE, UNHURRIED = 10, 60
# The database is away, full, locked, restarting or open for reading only: all of that passes.
PASSING = (OperationalError, InterfaceError, InternalError, NoConnection)
SQLITE = [
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
]

# A list puts a thousand people in order, of a hundred thousand: SQLite's own 2 MB hold too few.
ROOM = "cache_size=-8000"


def open_to_read(url: str) -> Engine:
    """Readers see one moment, wait for nobody, and cannot write."""
    engine = create_engine(url, **_pool(url, PATIENCE))
    if engine.dialect.name == "sqlite":
        _take_over(engine, "BEGIN", [*_waits(PATIENCE), *SQLITE, ROOM, "query_only=ON"])
    return engine.execution_options(postgresql_readonly=True)


def open_to_write(url: str, *, patience: int = PATIENCE) -> Engine:
    """Writers queue on SQLite from the start: a lock asked for halfway would be refused."""
    engine = create_engine(url, **_pool(url, patience))
    if engine.dialect.name == "sqlite":
        _line_up(engine, patience)
        _take_over(engine, "BEGIN IMMEDIATE", [*_waits(patience), *SQLITE])
    return engine


def _waits(patience: int) -> list[str]:
    """Come first: even asking how a file is kept may have to wait for whoever has it."""
    return [f"busy_timeout={patience * 1000}"]


def _pool(url: str, patience: int) -> dict[str, Any]:
    """A server closes idle connections; ask before using one, and do not wait for ever."""
    if url.startswith("sqlite"):
        return {}
    server = {"connect_timeout": 10, "options": f"-c lock_timeout={patience}s"}
    waits = {"pool_timeout": patience, "connect_args": server}
    return {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 10, **waits}


def _take_over(engine: Engine, begin: str, pragmas: list[str]) -> None:
    """Begin transactions ourselves: left to itself, Python's driver begins them too late."""

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.cursor().execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        try:  # as the driver has it: by way of a statement it would be a tenth of a small page
            connection.connection.driver_connection.execute(begin)  # type: ignore[union-attr]  # an open one
        except sqlite3.Error as error:  # what has not begun is ended by nobody
            _hand_on(connection.info)
            raise OperationalError(begin, None, error) from error


def _line_up(engine: Engine, patience: float) -> None:
    """Let the threads that write to a file wait for each other in the order in which they came."""
    pen = pen_of(str(engine.url.database))

    @event.listens_for(engine, "begin")
    def _take(connection: Connection) -> None:
        if not pen.take(patience):
            locked = sqlite3.OperationalError("database is locked")
            raise OperationalError("BEGIN IMMEDIATE", None, locked)
        connection.info["pen"] = pen

    dialect: Any = engine.dialect
    dialect.do_commit = _then_hand_on(dialect.do_commit)  # the event of that name comes before it
    event.listen(engine, "rollback", _end)
    # However a connection ends: given back, broken, or forgotten by whoever had it.
    event.listen(engine, "checkin", _leave)
    event.listen(engine, "close", _leave)


def _then_hand_on(
    commit: Callable[[PoolProxiedConnection], None],
) -> Callable[[PoolProxiedConnection], None]:
    """While a commit waits for the disk, whoever is next would only be sent away by the file."""

    def _commit(connection: PoolProxiedConnection) -> None:
        commit(connection)
        _hand_on(connection.info)

    return _commit


def _end(connection: Connection) -> None:
    _hand_on(connection.info)


def _leave(_connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
    _hand_on(entry.info)


def _hand_on(info: dict[Any, Any]) -> None:
    if pen := info.pop("pen", None):
        pen.hand_on()
