"""What is looked at is answered at one moment, and what was put in lightly is whole when needed."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, inspect, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from matcher.foundation.asking import columns_of, made_once, put_in, rows_of
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_read, open_to_write
from matcher.foundation.reading import Reading
from matcher.members.models import Member
from tests.factories import a_member

NAMES = columns_of(Member)


@made_once
def _members():  # type: ignore[no-untyped-def]  # of all columns
    return select(*(getattr(Member, name) for name in NAMES)).order_by(Member.name)


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Engine]:
    engine = open_to_write(f"sqlite:///{tmp_path}/some.db")
    Base.metadata.create_all(engine)
    with Session(engine) as db:
        db.add_all([a_member("Ann"), a_member("Bo")])
        db.commit()
    yield engine
    engine.dispose()


@pytest.fixture
def reading(write: Engine) -> Iterator[Reading]:
    engine = open_to_read(str(write.url))
    with Reading(engine) as db:
        yield db
    engine.dispose()


def _rename(write: Engine, name: str) -> None:
    with Session(write) as db:
        db.scalars(select(Member).where(Member.name.startswith("A"))).one().name = name
        db.commit()


def test_all_that_is_asked_is_answered_at_one_moment_until_it_looks_again(
    reading: Reading, write: Engine
) -> None:
    assert [row.name for row in rows_of(reading, _members(), {})] == ["Ann", "Bo"]

    _rename(write, "Anna")

    assert [row.name for row in rows_of(reading, _members(), {})] == ["Ann", "Bo"]
    assert {member.name for member in reading.scalars(select(Member))} == {"Ann", "Bo"}
    reading.rollback()
    assert [row.name for row in rows_of(reading, _members(), {})] == ["Anna", "Bo"]
    assert {member.name for member in reading.scalars(select(Member))} == {"Anna", "Bo"}


def test_what_was_put_in_is_the_thing_that_is_loaded_later(reading: Reading) -> None:
    ann_row, _ = rows_of(reading, _members(), {})
    ann = put_in(reading, Member, NAMES, ann_row, beside=True)

    assert put_in(reading, Member, NAMES, ann_row, beside=True) is ann
    assert inspect(ann).session is None  # until something is asked of it
    assert reading.get(Member, ann.id) is ann
    assert ann in reading.scalars(select(Member)).all()
    assert inspect(ann).session is reading
    assert ann.grants == []


def test_after_looking_again_a_thing_that_was_put_in_is_as_it_is_then(
    reading: Reading, write: Engine
) -> None:
    ann = put_in(reading, Member, NAMES, rows_of(reading, _members(), {})[0], beside=True)

    _rename(write, "Anna")
    reading.rollback()

    assert ann.name == "Anna"


def test_a_change_to_a_thing_that_was_put_in_is_noticed(reading: Reading) -> None:
    ann = put_in(reading, Member, NAMES, rows_of(reading, _members(), {})[0], beside=True)
    assert not reading.dirty

    ann.name = "Anna"

    assert ann in reading.dirty
    with pytest.raises(OperationalError):
        reading.flush()


def test_closed_it_gives_its_connection_back_and_may_be_asked_again(reading: Reading) -> None:
    reading.close()  # before anything was asked
    assert reading.get(Member, uuid4()) is None
    rows_of(reading, _members(), {})
    reading.close()

    assert reading.get_bind().engine.pool.checkedout() == 1  # type: ignore[attr-defined]  # of a pool that counts
    reading.close()


def test_what_is_put_in_at_once_may_load_more(reading: Reading) -> None:
    ann = put_in(reading, Member, NAMES, rows_of(reading, _members(), {})[0])

    assert inspect(ann).session is reading
    assert ann.grants == []
