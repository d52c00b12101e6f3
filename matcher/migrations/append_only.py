"""Keeps a table so that rows are only ever added: the database itself refuses the rest."""

from collections.abc import Collection

from alembic import op
from sqlalchemy import inspect

SQLITE_UPDATE = """
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table}
WHEN {changed}
BEGIN SELECT RAISE(ABORT, '{table} rows are only ever added'); END
"""
SQLITE_DELETE = """
CREATE TRIGGER {table}_remains BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} rows are only ever added'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION only_ever_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% rows are only ever added', TG_TABLE_NAME USING ERRCODE = '23514'; END $$
"""
POSTGRES_UPDATE = """
CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW
WHEN ({changed}) EXECUTE FUNCTION only_ever_added()
"""
POSTGRES_DELETE = """
CREATE TRIGGER {table}_remains BEFORE DELETE ON {table} FOR EACH ROW
EXECUTE FUNCTION only_ever_added()
"""


def keep_rows(table: str, *, filled_once: Collection[str] = ()) -> None:
    """Refuse to change or delete rows of a table. `filled_once`: may still be given a value."""
    columns = [each["name"] for each in inspect(op.get_bind()).get_columns(table)]
    sqlite = op.get_bind().dialect.name == "sqlite"
    unlike = "IS NOT" if sqlite else "IS DISTINCT FROM"
    fixed = [f"OLD.{each} {unlike} NEW.{each}" for each in columns if each not in filled_once]
    if not sqlite:  # json has no equality there
        fixed = [_as_text(each) for each in columns if each not in filled_once]
    again = [f"(OLD.{each} IS NOT NULL AND OLD.{each} {unlike} NEW.{each})" for each in filled_once]
    changed = " OR ".join([*fixed, *again])
    statements = [SQLITE_UPDATE, SQLITE_DELETE]
    if not sqlite:
        statements = [POSTGRES_FUNCTION, POSTGRES_UPDATE, POSTGRES_DELETE]
    for statement in statements:
        op.execute(statement.format(table=table, changed=changed))


def _as_text(column: str) -> str:
    return f"OLD.{column}::text IS DISTINCT FROM NEW.{column}::text"
