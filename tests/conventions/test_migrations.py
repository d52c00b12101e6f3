"""The numbered steps lead from nothing to what the models say, on both databases."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from matcher.audit.models import Denial, Event
from matcher.foundation.database import Base
from matcher.migrations.models import import_every_model
from matcher.migrations.upgrade import HERE, configuration, connected, current, newest, upgrade
from tests.factories import NOW

HINT = 'The models say something else: make migration m="…"'


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/empty.db"


def test_there_is_one_newest_step_and_steps_are_numbered() -> None:
    history = ScriptDirectory.from_config(configuration())
    files = sorted(path.name for path in (HERE / "versions").glob("*.py"))

    assert len(history.get_heads()) == 1
    assert [name[:5] for name in files] == [f"{n:04}_" for n in range(1, len(files) + 1)]
    assert all(re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", name) for name in files)


def test_steps_lead_from_nothing_to_the_models(sqlite_url: str) -> None:
    upgrade(sqlite_url)

    assert current(sqlite_url) == newest()
    assert differences(sqlite_url) == [], HINT


def test_upgrading_twice_changes_nothing(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    upgrade(sqlite_url)

    assert current(sqlite_url) == newest()


@pytest.mark.postgres
def test_steps_lead_from_nothing_to_the_models_on_postgresql(postgres_url: str) -> None:
    upgrade(postgres_url)

    assert differences(postgres_url) == [], HINT


def test_every_constraint_has_a_name(sqlite_url: str) -> None:
    upgrade(sqlite_url)

    with connected(sqlite_url) as connection:
        found = inspect(connection)
        named = [
            (table, key["name"])
            for table in found.get_table_names()
            if table != "alembic_version"
            for key in [
                *found.get_foreign_keys(table),
                *found.get_unique_constraints(table),
                *found.get_check_constraints(table),
            ]
        ]

    assert [table for table, name in named if not name] == []


def test_the_trail_is_only_ever_added_to(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    assert_only_added(sqlite_url)


@pytest.mark.postgres
def test_the_trail_is_only_ever_added_to_on_postgresql(postgres_url: str) -> None:
    upgrade(postgres_url)
    assert_only_added(postgres_url)


def assert_only_added(url: str) -> None:
    with connected(url) as connection:
        event = Event(at=NOW, actor=None, action="x", thing="member", thing_id=None)
        denial = Denial(at=NOW, asked="GET /", actor=None)
        with Session(connection, join_transaction_mode="create_savepoint") as db:
            db.add_all([event, denial])
            db.commit()
        refused(connection, "UPDATE event SET action = 'y'")
        refused(connection, "DELETE FROM event")
        refused(connection, "UPDATE denial SET asked = 'y'")
        refused(connection, "DELETE FROM denial")
        connection.execute(text("UPDATE event SET sequence = 1, digest = 'sealed'"))
        refused(connection, "UPDATE event SET digest = 'changed'")


def refused(connection: Connection, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only ever added"), connection.begin_nested():
        connection.execute(text(statement))


def differences(url: str) -> list[object]:
    import_every_model()
    with connected(url) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        return list(compare_metadata(context, Base.metadata))


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in Base.metadata.tables
