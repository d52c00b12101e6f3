"""Keeps a populated database of today's schema, for later upgrades to be tried on.

Run `python -m tests.keep_schema` when a schema is released: it writes tests/data/schemas/NNNN.sql.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy.orm import Session

from matcher.foundation import sealed
from matcher.foundation.engines import open_to_write
from matcher.migrations.upgrade import newest, upgrade
from tests.access.world import build_world
from tests.conftest import KEYS

SCHEMAS = Path(__file__).parent / "data" / "schemas"


def keep() -> Path:
    """Write one of everything, in the newest schema, as SQL that any SQLite reads."""
    sealed.install(KEYS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.db"
        upgrade(f"sqlite:///{path}")
        engine = open_to_write(f"sqlite:///{path}")
        with Session(engine) as db:
            build_world(db)
        engine.dispose()
        kept = SCHEMAS / f"{newest()}.sql"
        with closing(sqlite3.connect(path)) as connection:
            kept.write_text("\n".join(connection.iterdump()) + "\n")
    return kept


if __name__ == "__main__":
    sys.stdout.write(f"{keep().name}\n")
