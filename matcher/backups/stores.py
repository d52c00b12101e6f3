"""The two kinds of database, as far as copying one and putting a copy in its place goes."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, create_engine, func, inspect, select, table, text

from matcher.backups.parcels import NotGood

# Called between the steps of long work: whoever holds a lease renews it, or ends the work.
Pulse = Callable[[], None]


class Store(Protocol):
    @property
    def kind(self) -> str: ...

    def copy(self, target: Path, pulse: Pulse) -> Mapping[str, int]:
        """Copy one moment of the database; return how many rows each table had in it."""

    def apart(self, copied: Path, pulse: Pulse) -> AbstractContextManager[str]:
        """Open a copy as a database of its own, beside the real one."""

    def swap(self, url: str, stamp: str) -> str:
        """Put the copy in the place of the real one; say where the real one is kept aside."""


def no_pulse() -> None:
    """Let time pass: nobody waits for a sign of life."""


@contextmanager
def looking(url: str) -> Iterator[Connection]:
    """Look at a database, in one moment of it."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            else:
                connection.exec_driver_sql("BEGIN")
            yield connection
    finally:
        engine.dispose()


def count_rows(connection: Connection, pulse: Pulse) -> dict[str, int]:
    """Count the rows of every table."""
    counted = {}
    for name in sorted(inspect(connection).get_table_names()):
        pulse()
        rows = select(func.count()).select_from(table(name))
        counted[name] = connection.execute(rows).scalar_one()
    return counted


def schema_of(url: str) -> str | None:
    """Return the step of its history that a database stands at."""
    with looking(url) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def check(url: str, rows: Mapping[str, int], pulse: Pulse) -> None:
    """Refuse a copy that is damaged, points to nothing, or lacks a row."""
    with looking(url) as connection:
        if connection.dialect.name == "sqlite":  # a server checks its constraints as it restores
            _check_file(connection, rows, pulse)
        found = count_rows(connection, pulse)
    if found != dict(rows):
        other = sorted(name for name in found | dict(rows) if found.get(name) != rows.get(name))
        raise NotGood(f"Rows are missing or too many in: {', '.join(other)}")


def _check_file(connection: Connection, rows: Mapping[str, int], pulse: Pulse) -> None:
    for name in rows:
        pulse()
        said = connection.exec_driver_sql(f'PRAGMA integrity_check("{name}")').scalar()
        if said != "ok":
            raise NotGood(f"The copy of {name} is damaged.")
    pulse()
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise NotGood("The copy has rows that point to nothing.")
