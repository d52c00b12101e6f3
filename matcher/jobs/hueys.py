"""Huey without PostgreSQL's driver, which it loads wherever that is installed.

That is nine megabytes in each process, and most installations keep their queue in a file.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

DRIVER = "psycopg"


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """Let a module seem not to be installed, unless it is loaded already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # as Python itself says that one is not there
    try:
        yield
    finally:
        del sys.modules[name]


with _hidden(DRIVER):
    from huey import PostgresHuey, RedisHuey, SqliteHuey, storage
    from huey.consumer import Consumer
    from huey.serializer import SignedSerializer


def postgres_huey(name: str, **given: Any) -> Any:
    """Open a queue in PostgreSQL, with the driver that was not loaded before."""
    storage.psycopg = import_module(DRIVER)
    return PostgresHuey(name, **given)


__all__ = ["Consumer", "RedisHuey", "SignedSerializer", "SqliteHuey", "postgres_huey"]
