"""Copies a PostgreSQL database with the server's own tools, and puts a copy in its place."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError

from matcher.backups.parcels import NotGood
from matcher.backups.stores import Pulse, count_rows, looking

IN_USE = "55006"  # somebody is connected to it (PostgreSQL, appendix A)
LOOK = 1.0  # seconds between looks at whether a tool has ended


@dataclass(frozen=True)
class PostgresStore:
    url: str
    kind: str = "postgresql"

    def copy(self, target: Path, pulse: Pulse) -> Mapping[str, int]:
        """Let pg_dump copy the very moment that we count."""
        tool = _tool("pg_dump")
        with looking(self.url) as connection:
            moment = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
            rows = count_rows(connection, pulse)
            options = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges"]
            command = [tool, *options, f"--snapshot={moment}", f"--file={target}"]
            _run(command, make_url(self.url), pulse)
        return rows

    @contextmanager
    def apart(self, copied: Path, pulse: Pulse) -> Iterator[str]:
        """Restore into a database of its own on the same server; remove it afterwards."""
        tool = _tool("pg_restore")
        url = make_url(self.url).set(database=f"matcher_copy_{uuid4().hex[:12]}")
        self._administer(f'CREATE DATABASE "{url.database}" TEMPLATE template0')
        try:
            options = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"]
            _run([tool, *options, f"--dbname={url.database}", str(copied)], url, pulse)
            yield url.render_as_string(hide_password=False)
        finally:
            self._administer(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')

    def swap(self, url: str, stamp: str) -> str:
        """Rename the one away and the other into its place: both, or neither.

        Whoever is connected is let go. Killed at any moment, one of the two bears the name.
        """
        new, real = make_url(url).database, make_url(self.url).database
        aside = f"{real}_before_{stamp}".lower()[:63]
        self._administer(
            _LET_GO.format(name=real),
            f'ALTER DATABASE "{real}" RENAME TO "{aside}"',
            f'ALTER DATABASE "{new}" RENAME TO "{real}"',
            at_once=True,
        )
        return aside

    def _administer(self, *statements: str, at_once: bool = False) -> None:
        # A server makes and drops databases outside of transactions only; it renames within one.
        way = {} if at_once else {"isolation_level": "AUTOCOMMIT"}
        engine = create_engine(make_url(self.url).set(database="postgres"), **way)
        try:
            with engine.begin() as connection:
                for statement in statements:
                    connection.exec_driver_sql(statement)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", "") == IN_USE:
                raise NotGood(
                    "The database is in use. Please stop the service, then restore."
                ) from error
            raise NotGood(
                "The server does not let this account make, rename or drop a database beside its "
                "own: ALTER ROLE … CREATEDB. A copy that cannot be tried is no backup."
            ) from error
        finally:
            engine.dispose()


_LET_GO = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = '{name}' AND pid <> pg_backend_pid()"
)


def has_tools() -> bool:
    return bool(shutil.which("pg_dump") and shutil.which("pg_restore"))


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NotGood(f"{name} is not installed here: apt-get install postgresql-client")
    return found


def _run(command: list[str], url: URL, pulse: Pulse) -> None:
    """Run a tool, with the password in its surroundings: arguments are seen by everybody."""
    process = subprocess.Popen(  # noqa: S603  # the server's own tool
        command,
        env=_surroundings(url),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        while True:
            try:
                _, said = process.communicate(timeout=LOOK)
                break
            except subprocess.TimeoutExpired:
                pulse()
    finally:
        process.kill()
        process.wait()
    if process.returncode:
        why = " ".join(said.split())[:300] or str(process.returncode)
        raise NotGood(f"{Path(command[0]).name} failed: {why}")


def _surroundings(url: URL) -> dict[str, str]:
    given = {
        "PGHOST": url.host or url.query.get("host"),
        "PGPORT": url.port or url.query.get("port"),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": url.query.get("sslmode"),
        "PGSSLROOTCERT": url.query.get("sslrootcert"),
    }
    return dict(os.environ) | {name: str(value) for name, value in given.items() if value}
