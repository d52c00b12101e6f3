"""Opens the database: one way in to read, another to write."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

SQLITE = [
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
]


def open_to_read(url: str) -> Engine:
    """Readers see one moment, wait for nobody, and cannot write."""
    engine = create_engine(url, **_pool(url))
    if engine.dialect.name == "sqlite":
        _take_over(engine, "BEGIN", [*SQLITE, "query_only=ON"])
    return engine.execution_options(postgresql_readonly=True)


def open_to_write(url: str) -> Engine:
    """Writers queue on SQLite from the start: a lock asked for halfway would be refused."""
    engine = create_engine(url, **_pool(url))
    if engine.dialect.name == "sqlite":
        _take_over(engine, "BEGIN IMMEDIATE", SQLITE)
    return engine


def _pool(url: str) -> dict[str, Any]:
    """A server closes idle connections; ask before using one, and do not wait for ever."""
    if url.startswith("sqlite"):
        return {}
    patience = {"connect_timeout": 10, "options": "-c lock_timeout=10s"}
    waits = {"pool_timeout": 10, "connect_args": patience}
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
        connection.exec_driver_sql(begin)
