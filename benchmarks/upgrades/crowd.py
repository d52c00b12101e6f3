"""A database of the release before, with very many people in it."""

import json
from contextlib import closing
from datetime import date, datetime
from sqlite3 import Row, connect
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Connection,
    Date,
    DateTime,
    MetaData,
    Uuid,
    insert,
    inspect,
    text,
)
from sqlalchemy.types import TypeEngine

from benchmarks.upgrades.previous import released
from matcher.migrations.upgrade import connected, upgrade
from tests.keep_schema import SCHEMAS

PERSON = {"email": "text", "email_key": "text", "audit_key": "08"}

# Which tables grow, from which of their kept rows, and what differs from row to row: a key of
# another such table, or a text with a number after it.
GROW: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("01", "member", "email IS NOT NULL", PERSON),
    ("02", "enrolment", "side = 'mentee'", {"member_id": "01"}),
    ("03", "enrolment", "side = 'mentor'", {"member_id": "01"}),
    ("04", "pairing", "1 = 1", {"mentee_enrolment_id": "02", "mentor_enrolment_id": "03"}),
    ("05", "proposal", "1 = 1", {"mentee_enrolment_id": "02", "mentor_enrolment_id": "03"}),
    ("06", "check_in", "1 = 1", {"pairing_id": "04", "member_id": "01"}),
    ("07", "mail", "1 = 1", {"address": "text"}),
)


def make_crowd(url: str, people: int) -> None:
    """Make the schema of the release before, one of everything, and then repeat people."""
    upgrade(url, released())
    with connected(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        _fill(connection)
        for kind, table, which, differs in GROW:
            _repeat(connection, people, kind=kind, table=table, which=which, differs=differs)


def _fill(connection: Connection) -> None:
    """Put in the rows that were kept with that schema."""
    tables = MetaData()
    tables.reflect(connection)
    with closing(connect(":memory:")) as kept:
        kept.row_factory = Row
        kept.executescript((SCHEMAS / f"{released()}.sql").read_text())
        for table in tables.sorted_tables:
            rows = [dict(row) for row in kept.execute(f'SELECT * FROM "{table.name}"')]  # noqa: S608  # ours
            if rows and table.name != "alembic_version":
                typed = [
                    {name: _value(table.c[name].type, value) for name, value in row.items()}
                    for row in rows
                ]
                connection.execute(insert(table), typed)


def _repeat(  # noqa: PLR0913  # one row of the table above
    connection: Connection,
    people: int,
    *,
    kind: str,
    table: str,
    which: str,
    differs: dict[str, str],
) -> None:
    names = [column["name"] for column in inspect(connection).get_columns(table)]
    new = {"id": _key(connection, kind)} | {
        name: f"kept.{name} || n" if way == "text" else _key(connection, way)
        for name, way in differs.items()
    }
    values = ", ".join(new.get(name, f'kept."{name}"') for name in names)
    into = ", ".join(f'"{name}"' for name in names)
    connection.execute(
        text(
            f"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {people}) "  # noqa: S608  # ours
            f'INSERT INTO "{table}" ({into}) SELECT {values} FROM s, '
            f'(SELECT * FROM "{table}" WHERE {which} ORDER BY id LIMIT 1) AS kept'
        )
    )


def _key(connection: Connection, kind: str) -> str:
    if connection.dialect.name == "postgresql":
        return f"CAST('{kind}' || lpad(to_hex(n), 30, '0') AS uuid)"
    return f"printf('{kind}%030x', n)"


def _value(kind: TypeEngine[Any], value: Any) -> Any:
    if value is None:
        return None
    ways = (
        (Uuid, UUID),
        (JSON, json.loads),
        (Boolean, bool),
        (DateTime, datetime.fromisoformat),
        (Date, date.fromisoformat),
    )
    return next((way(value) for type_, way in ways if isinstance(kind, type_)), value)
