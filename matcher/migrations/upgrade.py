"""Brings a database to the newest step of its history, without a configuration file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from matcher.foundation.engines import open_to_write

HERE = Path(__file__).parent
# Any number will do, as long as every upgrade asks for the same one.
TURN = 8_203_117


class BrokenLink(Exception):
    """A migration left rows that point to nothing: it was taken back."""


def configuration(connection: Connection | None = None) -> Config:
    """Tell Alembic where the steps are, and which connection to use."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest() -> str | None:
    """Return the number of the newest step."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


def current(url: str) -> str | None:
    """Return the number of the step that a database stands at."""
    with connected(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(url: str, target: str = "head") -> None:
    """Bring a database to a step: all of it, or nothing. Only one upgrade runs at a time."""
    with connected(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = 0"))  # another upgrade may take long
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
            connection.execute(text("SET LOCAL lock_timeout = '4s'"))
        command.upgrade(configuration(connection), target)
        _check_links(connection)


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """Open one transaction in which tables can be rebuilt, as SQLite must to alter them."""
    engine = open_to_write(url)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                driver = connection.connection.driver_connection
                assert driver is not None  # noqa: S101  # it has just been connected
                driver.execute("PRAGMA foreign_keys=OFF")  # refused inside a transaction
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


def _check_links(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise BrokenLink(", ".join(sorted({str(row[0]) for row in broken})))
