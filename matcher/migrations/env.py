"""How Alembic runs a migration here: in one transaction, on a connection that it is given."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, types

from matcher.foundation.database import Base, Moment
from matcher.migrations.models import import_every_model


def main() -> None:
    import_every_model()
    connection: Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=freeze,
        compare_type=True,
        include_name=is_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


def freeze(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Write our own types as plain ones: a migration must not change when our code does."""
    if kind != "type":
        return False
    if isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    if isinstance(thing, types.Enum):
        return f"sa.String({thing.length})"
    return False


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave alone what others keep in the same database, as the queue of pointers may."""
    return kind != "table" or name is None or name in Base.metadata.tables


main()
