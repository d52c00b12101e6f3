"""Every schema that was ever released, with people in it, becomes today's without losing anyone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.feedback.models import Concern
from matcher.foundation.engines import open_to_write
from matcher.members.models import Member
from matcher.migrations.upgrade import newest, upgrade
from matcher.pairings.models import Pairing
from tests.keep_schema import SCHEMAS

KEPT = sorted(SCHEMAS.glob("*.sql"))


def test_todays_schema_is_kept() -> None:
    assert SCHEMAS / f"{newest()}.sql" in KEPT, "python -m tests.keep_schema"


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_populated_database_is_upgraded_whole(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(kept.read_text())

    upgrade(f"sqlite:///{path}")

    engine = open_to_write(f"sqlite:///{path}")
    with Session(engine) as db:
        assert db.scalar(select(func.count(Member.id))) == 7
        assert db.scalar(select(func.count(Pairing.id))) == 2
        assert db.scalars(select(Concern)).one().text == "Something told in confidence."
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
