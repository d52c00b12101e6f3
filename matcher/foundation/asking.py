"""Statements that are made once: making one takes longer than the database takes to answer.

The questions of the pages that are asked most are also said once: their SQL, how a value goes in
and how it comes out are worked out at the first asking. What is left is the driver and a row.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from inspect import signature
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import CompoundSelect, Dialect, Select, bindparam, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict, set_committed_value
from sqlalchemy.orm.util import identity_key

from matcher.foundation.reading import Reading

Made = TypeVar("Made")
Thing = TypeVar("Thing")
Asked = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
Way = Callable[[Any], Any]


def made_once(make: Callable[..., Made]) -> Callable[[], Made]:
    """Make a statement when it is first needed, with a parameter in the place of each argument.

    The values are given when it is asked, by the names of the arguments:
    `db.scalar(_pairing(), {"pairing_id": pairing_id, "me": member.id})`. So an argument can only
    be a value to compare with: never `None`, and nothing that changes what is asked.
    """

    @cache
    def made() -> Made:
        return make(**{name: bindparam(name) for name in signature(make).parameters})

    return made


def rows_of(db: Session, statement: Asked, values: Mapping[str, object]) -> Sequence[Any]:
    """Ask for columns alone, by a statement that was made once: a third of the work of `execute`.

    Each row is a named tuple. A value stands for one value, never for a list of them.
    """
    if isinstance(db, Reading):
        connection = db.line()
    else:
        db.flush()  # what this session has not written yet is among what it asks for
        connection = db.connection()
    question = _said_in(statement, connection.dialect)
    # Whoever listens to what is asked, as our tests do, hears it only from SQLAlchemy itself.
    if question and not connection.engine.dispatch.before_cursor_execute:
        try:
            return question.ask(connection.connection, values)
        except question.error as error:
            if not question.is_broken_off(error, connection.connection):
                raise question.explained(error) from error
            # SQLAlchemy, asked again, gives up this connection and all that broke with it.
    return connection.execute(statement, values).all()


def columns_of(kind: type[Any]) -> Sequence[str]:
    """Name all columns of a thing, for `put_in`."""
    return tuple(each.key for each in inspect(kind, raiseerr=True).column_attrs)


def put_in(
    db: Session,
    kind: type[Thing],
    names: Sequence[str],
    cells: Sequence[Any],
    *,
    beside: bool = False,
) -> Thing:
    """Put a thing in a session as if it had been loaded, from its columns; `id` is one of them.

    A third of the work of loading it. What the session knows of it already stays as it is there.
    `beside`: come in only when something whole is loaded. Until then it can load nothing by itself.
    """
    columns = dict(zip(names, cells, strict=True))
    known = _known(db, kind, columns["id"])
    if known is not None:
        for name in inspect(known).unloaded & columns.keys():
            set_committed_value(known, name, columns[name])
        return known
    thing: Thing = inspect(kind, raiseerr=True).class_manager.new_instance()
    instance_dict(thing).update(columns)
    make_transient_to_detached(thing)
    if beside and isinstance(db, Reading):
        db.lay_beside(columns["id"], thing)
    else:
        db.add(thing)
    return thing


def _known(db: Session, kind: type[Thing], key: UUID) -> Thing | None:
    if isinstance(db, Reading) and (found := db.find_beside(kind, key)):
        return found
    known: Any = db.identity_map.get(identity_key(kind, key)) if db.identity_map else None
    return known  # type: ignore[no-any-return]  # of the kind that was asked for


@dataclass(slots=True)
class _Question:
    """A statement in a database's own words."""

    sql: str
    order: Sequence[str] | None  # where a value has a place instead of a name
    fixed: Mapping[str, object]
    ways_in: Mapping[str, Way | None]
    ways_out: Callable[[Sequence[Any]], Sequence[tuple[int, Way]]]
    make: Callable[[Iterable[Any]], Any]
    error: type[Exception]
    dialect: Dialect
    out: Sequence[tuple[int, Way]] | None = None  # known when the first answer has come

    def ask(self, connection: Any, values: Mapping[str, object]) -> list[Any]:
        cursor = connection.cursor()
        try:
            cursor.execute(self.sql, self._filled_in(values))
            if self.out is None:
                self.out = self.ways_out([column[1] for column in cursor.description])
            return [self._row(cells) for cells in cursor.fetchall()]
        finally:
            cursor.close()

    def is_broken_off(self, error: Any, connection: Any) -> bool:
        return self.dialect.is_disconnect(error, connection, None)

    def explained(self, error: Exception) -> Exception:
        """Say what a driver refuses as SQLAlchemy says it: nothing above knows another way."""
        base, dialect = self.error, self.dialect
        return DBAPIError.instance(
            self.sql, None, error, base, hide_parameters=True, dialect=dialect
        )

    def _filled_in(self, values: Mapping[str, object]) -> Any:
        given = dict(self.fixed)
        for name, way in self.ways_in.items():
            given[name] = way(values[name]) if way else values[name]
        return given if self.order is None else tuple([given[name] for name in self.order])

    def _row(self, found: Sequence[Any]) -> Any:
        cells = list(found)
        for place, way in self.out or ():
            if cells[place] is not None:  # nothing comes out as nothing, whatever its kind
                cells[place] = way(cells[place])
        return self.make(cells)


@lru_cache(maxsize=500)
def _said_in(statement: Asked, dialect: Dialect) -> _Question | None:
    """Say it in the words of a database; not where they would be others for other values."""
    said: Any = statement.compile(dialect=dialect)
    if said.post_compile_params or said.literal_execute_params:
        return None
    ways: dict[str, Way | None] = {
        name: each.type.dialect_impl(dialect).bind_processor(dialect)
        for name, each in said.binds.items()
    }
    fixed = {name: each.effective_value for name, each in said.binds.items() if not each.required}
    columns = statement.selected_columns
    row: Any = namedtuple("Row", columns.keys(), rename=True)  # type: ignore[misc]  # known here first
    kinds = [each.type.dialect_impl(dialect) for each in columns]

    def ways_out(codes: Sequence[Any]) -> Sequence[tuple[int, Way]]:
        """How a cell comes out depends on the kind that the database says it has."""
        every = (
            kind.result_processor(dialect, code) for kind, code in zip(kinds, codes, strict=True)
        )
        return [(place, way) for place, way in enumerate(every) if way]

    return _Question(
        sql=said.string,
        order=said.positiontup if said.positional else None,
        fixed={name: way(value) if (way := ways[name]) else value for name, value in fixed.items()},
        ways_in={name: way for name, way in ways.items() if name not in fixed},
        ways_out=ways_out,
        make=row._make,
        error=dialect.loaded_dbapi.Error,
        dialect=dialect,
    )
