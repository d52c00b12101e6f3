"""A question is made once, and asked with other values each time."""

from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once
from matcher.members.models import Member
from tests.factories import a_member

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
