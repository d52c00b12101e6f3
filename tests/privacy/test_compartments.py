"""Whatever is sealed opens in its own place and whole, or not at all: every such column."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from matcher.foundation.database import Base
from matcher.foundation.sealed import SealBroken, Sealed, SealedBytes, SealedText
from matcher.migrations.models import import_every_model
from matcher.privacy.register import every_sealed, sealed_columns

import_every_model()
COLUMNS = [(model, column) for model, columns in every_sealed() for column in columns]
NAMES = [f"{model.__tablename__}.{column}" for model, column in COLUMNS]
each_column = pytest.mark.parametrize(("model", "column"), COLUMNS, ids=NAMES)


def a_row(model: type[Base], row_id: UUID) -> Any:
    """Make a row that knows only its id."""
    row = model.__mapper__.class_manager.new_instance()
    row.id = row_id
    return row


def attribute(model: type[Base], column: str) -> str:
    return sealed_columns(model)[column]


def some_content(model: type[Base], column: str) -> Any:
    kind: Sealed[Any] = getattr(model, attribute(model, column))
    if isinstance(kind, SealedText):
        return "Told in confidence."
    return b"a file" if isinstance(kind, SealedBytes) else {"told": "in confidence"}


def sealed_in(model: type[Base], column: str, row_id: UUID) -> bytes:
    row = a_row(model, row_id)
    setattr(row, attribute(model, column), some_content(model, column))
    box: bytes = getattr(row, column)
    return box


def opened(model: type[Base], column: str, row_id: UUID, box: bytes) -> Any:
    row = a_row(model, row_id)
    setattr(row, column, box)
    return getattr(row, attribute(model, column))


def test_there_are_compartments_to_look_at() -> None:
    assert len(COLUMNS) > 30


@each_column
def test_it_opens_in_its_own_place_and_shows_nothing_outside(
    model: type[Base], column: str
) -> None:
    row_id = uuid4()
    box = sealed_in(model, column, row_id)

    assert opened(model, column, row_id, box) == some_content(model, column)
    assert b"confidence" not in box
    assert b"a file" not in box


@each_column
def test_one_changed_bit_is_noticed_whichever_it_is(model: type[Base], column: str) -> None:
    row_id = uuid4()
    box = sealed_in(model, column, row_id)

    for bit in range(len(box) * 8):
        changed = bytearray(box)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(SealBroken):
            opened(model, column, row_id, bytes(changed))


@each_column
def test_cut_off_or_empty_is_noticed(model: type[Base], column: str) -> None:
    row_id = uuid4()
    box = sealed_in(model, column, row_id)

    for length in range(len(box)):
        with pytest.raises(SealBroken):
            opened(model, column, row_id, box[:length])


@each_column
def test_it_opens_in_no_other_row_and_no_other_column(model: type[Base], column: str) -> None:
    row_id = uuid4()
    box = sealed_in(model, column, row_id)

    with pytest.raises(SealBroken):
        opened(model, column, uuid4(), box)
    for other, name in COLUMNS:
        if (other, name) != (model, column):
            with pytest.raises(SealBroken):
                opened(other, name, row_id, box)
