"""Seals everything anew with the newest key, in small steps, while the service goes on."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Table, bindparam, select, update
from sqlalchemy.orm import Session

from matcher.foundation.database import Base
from matcher.foundation.doors import Doors
from matcher.foundation.sealed import keyring, place_of, version_of
from matcher.privacy.register import every_sealed

AT_ONCE = 200


def rotate(doors: Doors) -> Iterator[int]:
    """Seal anew, and tell after each step how many boxes it was. Nothing of it is ever unsealed.

    A box that somebody changed meanwhile is left alone: it was sealed with the newest key.
    """
    for model, columns in every_sealed():
        for column in columns:
            yield from _rotate_column(doors, model, column)


def count_old(db: Session) -> int:
    """Say how many boxes are sealed with an older key."""
    newest = max(keyring.keys)
    boxes = (
        box
        for model, columns in every_sealed()
        for column in columns
        for box in db.scalars(select(_column(model, column)))
    )
    return sum(1 for box in boxes if box is not None and version_of(box) != newest)


def _rotate_column(doors: Doors, model: type[Base], column: str) -> Iterator[int]:
    box = _column(model, column)
    after: UUID | None = None
    while True:
        query = select(model.id, box).where(box.is_not(None)).order_by(model.id).limit(AT_ONCE)
        with doors.reading() as db:
            rows = db.execute(query if after is None else query.where(model.id > after)).all()
        if not rows:
            return
        after = rows[-1][0]
        newest = max(keyring.keys)
        old = [(row_id, kept) for row_id, kept in rows if version_of(kept) != newest]
        if old:
            fresh = [_sealed_anew(model, column, *each) for each in old]
            with doors.writing() as db:  # for as short as can be: others want to write as well
                done = _put(db, model, column, fresh)
            yield done


def _sealed_anew(model: type[Base], column: str, row_id: UUID, kept: bytes) -> dict[str, Any]:
    place = place_of(model.__tablename__, column, row_id)
    fresh = keyring.seal(keyring.open(kept, place), place)
    return {"which": row_id, "kept": kept, "fresh": fresh}


def _put(db: Session, model: type[Base], column: str, fresh: list[dict[str, Any]]) -> int:
    """Put boxes where the ones they were made of still are; say how many that was."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101  # no view among them
    same = table.c.id == bindparam("which"), table.c[column] == bindparam("kept")
    changed = db.connection().execute(
        update(table).where(*same).values({column: bindparam("fresh")}), fresh
    )
    return changed.rowcount


def _column(model: type[Base], name: str) -> Any:
    column = getattr(model, name)
    assert isinstance(model.__table__.c[name].type, LargeBinary)  # noqa: S101  # as the register says
    return column
