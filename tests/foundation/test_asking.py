"""A question is made once, and asked with other values each time."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Float, Select, cast, inspect, literal, literal_column, or_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from matcher.foundation.asking import columns_of, made_once, put_in, rows_of
from matcher.members.models import Grant, Member, Role
from tests.factories import NOW, a_member

MADE: list[str] = []


@made_once
def _named(me: UUID, name: str) -> Select[Member]:
    MADE.append("once")
    return select(Member).where(or_(Member.id == me, Member.name == name))


def test_each_asking_has_its_own_values(db: Session) -> None:
    ann, bo = a_member("Ann"), a_member("Bo")
    db.add_all([ann, bo])
    db.flush()

    assert db.scalar(_named(), {"me": ann.id, "name": ""}) is ann
    assert db.scalar(_named(), {"me": UUID(int=0), "name": "Bo"}) is bo
    assert MADE == ["once"]
    assert _named() is _named()


@made_once
def _roles(role: Role) -> Select[*tuple[Any, ...]]:
    return (
        select(*Member.__table__.c, Grant.role, Grant.given_at, Grant.programme_id)
        .join_from(Member, Grant)
        .where(Grant.role == role, Grant.ended_at.is_(None))
    )


@pytest.fixture
def ann(db: Session) -> Member:
    ann = a_member("Ann")
    Grant(member=ann, role=Role.ADMINISTRATOR, given_at=NOW)
    db.add(ann)
    return ann


def test_rows_hold_what_sqlalchemy_itself_makes_of_them(db: Session, ann: Member) -> None:
    asked = {"role": Role.ADMINISTRATOR}

    [row] = rows_of(db, _roles(), asked)  # what is not written yet is among it

    assert tuple(row) == tuple(db.execute(_roles(), asked).one())
    assert (row.id, row.name, row.created_at) == (ann.id, "Ann", ann.created_at)
    assert rows_of(db, _roles(), {"role": Role.COORDINATOR}) == []


def test_numbers_come_as_the_numbers_they_are(db: Session) -> None:
    numbers = select(literal(0.5).label("half"), literal(3).label("three"), cast(1, Float))

    [row] = rows_of(db, numbers, {})

    assert tuple(row) == tuple(db.execute(numbers).one()) == (0.5, 3, 1.0)
    assert [type(each) for each in row] == [float, int, float]


def test_a_value_that_is_forgotten_is_an_error(db: Session) -> None:
    with pytest.raises(KeyError):
        rows_of(db, _roles(), {})


def test_what_the_database_refuses_is_said_as_sqlalchemy_says_it(db: Session) -> None:
    with pytest.raises(DBAPIError, match="nothing_of_the_kind") as usual, db.begin_nested():
        db.execute(select(literal_column("nothing_of_the_kind")))
    with pytest.raises(type(usual.value), match="nothing_of_the_kind"), db.begin_nested():
        rows_of(db, select(literal_column("nothing_of_the_kind")), {})


def test_a_list_of_values_is_asked_for_the_longer_way(db: Session, ann: Member) -> None:
    some = select(Member.name).where(Member.name.in_(["Ann", "Bo"]))
    assert [row.name for row in rows_of(db, some, {})] == [ann.name]


def test_a_thing_put_in_is_as_if_it_had_been_loaded(db: Session, ann: Member) -> None:
    db.flush()
    names = columns_of(Member)
    cells = db.execute(select(*(getattr(Member, name) for name in names))).one()
    db.expunge_all()

    member = put_in(db, Member, names, cells)

    assert inspect(member).persistent
    assert member not in db.dirty
    assert db.get(Member, ann.id) is member
    assert db.scalars(select(Member)).one() is member
    member.name = "Annie"
    db.flush()
    assert db.scalar(select(Member.name)) == "Annie"
    assert [grant.role for grant in member.grants] == [Role.ADMINISTRATOR]


def test_what_a_session_knows_of_a_thing_stays_as_it_is(db: Session, ann: Member) -> None:
    db.flush()
    names = columns_of(Member)
    cells = [getattr(ann, name) for name in names]
    ann.name = "Annie"

    assert put_in(db, Member, names, cells) is ann
    assert ann.name == "Annie"

    db.expire(ann)
    assert put_in(db, Member, names, cells) is ann
    assert not inspect(ann).unloaded & set(names)
    assert ann.name == "Ann"
