"""A session for looking at things: light until somebody asks it for a whole one.

Most pages ask for columns alone, and need of a session only that all they ask is answered at one
moment. Its connection and transaction are SQLAlchemy's plain ones, and what was put together from
columns lies beside them; loading a thing, or what else only a whole session can do, brings it in.
"""

from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

Thing = TypeVar("Thing")


class Reading(Session):
    """One connection, one moment; things come in when the first one is loaded."""

    def __init__(self, bind: Engine, **more: Any) -> None:
        super().__init__(bind, **more)
        self._engine = bind
        self._line: Connection | None = None
        self._beside: dict[tuple[type[Any], UUID], object] = {}
        self._is_whole = False

    def line(self) -> Connection:
        """Return the connection, in its transaction."""
        if self._line is None:
            self._line = self._engine.connect()
        if not self._line.in_transaction():
            self._line.begin()
        return self._line

    def find_beside(self, kind: type[Thing], key: UUID) -> Thing | None:
        found: Thing | None = cast("Any", self._beside.get((kind, key)))
        return found

    def lay_beside(self, key: UUID, thing: object) -> None:
        """Take in what was put together from columns, or keep it until that is needed."""
        if self._is_whole:
            self.add(thing)
        else:
            self._beside[type(thing), key] = thing

    def add(self, instance: object, *given: Any, **more: Any) -> None:
        self._become_whole()
        super().add(instance, *given, **more)

    def _become_whole(self) -> None:
        if not self._is_whole:
            self._is_whole = True
            self.add_all(self._beside.values())
            self._beside.clear()

    def get_bind(self, *_given: Any, **_more: Any) -> Connection:
        """Be asked by SQLAlchemy before anything whole goes to the database."""
        self._become_whole()
        return self.line()

    @property
    def dirty(self) -> Any:
        self._become_whole()
        return super().dirty

    def rollback(self) -> None:
        """Look again: what is asked from here on is answered as it is then."""
        self._become_whole()
        super().rollback()
        if self._line is not None and self._line.in_transaction():
            self._line.rollback()

    def close(self) -> None:
        if self._is_whole:
            super().close()
        if self._line is not None:
            self._line.close()
            self._line = None
