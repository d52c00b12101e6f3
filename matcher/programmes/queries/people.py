"""A coordinator's list of people: searched, filtered, in pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.foundation.asking import made_once, rows_of
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.programmes.queries.listed import OF_MEMBER, OF_SIGN_UP, Listed, Who
from matcher.programmes.queries.matchable import is_incomplete, is_visible

PAGE = 50
# How many people there are, by side and state.
Counts = Mapping[tuple[str, str], int]
IS_SEEN = Enrolment.state != EnrolmentState.WITHDRAWN
BY_NAME = func.lower(Member.name), Enrolment.side, Enrolment.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a coordinator is looking for."""

    text: str = ""
    side: str = ""
    state: str = ""
    language: str = ""
    topic: str = ""
    incomplete: bool = False
    returned: bool = False
    page: int = 1
    size: int = PAGE

    @property
    def narrows(self) -> bool:
        """Whether more is asked than a side and a state."""
        return any((self.text, self.language, self.topic, self.incomplete, self.returned))

    def holds(self, side: str, state: str) -> bool:
        """Whether this side and state are among what is looked for."""
        found = state == self.state if self.state else state != EnrolmentState.WITHDRAWN
        return found and self.side in {"", side}


@dataclass(frozen=True, slots=True)
class Found:
    people: Sequence[Listed]
    total: int


def list_people(
    db: Session, programme: Programme, wanted: Wanted, *, counts: Counts | None = None
) -> Found:
    """List one page of the people who were looked for, by name.

    `counts`: how many are in the programme, where that is known: mostly it tells the total too.
    """
    if counts is not None and not wanted.narrows:
        total = sum(number for key, number in counts.items() if wanted.holds(*key))
    else:
        total = _how_many(db, programme, wanted)
    return Found([_listed_as(programme, row) for row in _rows(db, programme, wanted)], total)


def _listed_as(programme: Programme, row: Sequence[Any]) -> Listed:
    end = len(OF_SIGN_UP)
    return Listed._make((*row[:end], Who._make(row[end:]), programme))


def _rows(db: Session, programme: Programme, wanted: Wanted) -> Sequence[Sequence[Any]]:
    start = (wanted.page - 1) * wanted.size
    if wanted.narrows:
        page = _listed(_conditions(programme, wanted)).limit(wanted.size).offset(start)
        return db.execute(page).all()
    which = {"programme_id": programme.id, "side": wanted.side, "state": wanted.state}
    query = _everybody(bool(wanted.side), bool(wanted.state))
    return rows_of(db, query(), {**which, "size": wanted.size, "start": start})


@cache
def _everybody(on_a_side: bool, in_a_state: bool) -> Callable[[], Select[*tuple[Any, ...]]]:  # noqa: FBT001  # part of a key
    """The list as it is looked at most: all people, or all of a side or in a state."""

    @made_once
    def made(
        programme_id: UUID, side: str, state: str, size: int, start: int
    ) -> Select[*tuple[Any, ...]]:
        here = [Enrolment.programme_id == programme_id, is_visible()]
        if on_a_side:
            here.append(Enrolment.side == side)
        here.append(Enrolment.state == state if in_a_state else IS_SEEN)
        # Found by their ids alone: putting all that people wrote in order takes most of the time.
        ids = select(Enrolment.id).join(Enrolment.member).where(*here).order_by(*BY_NAME)
        page = ids.limit(size).offset(start).subquery()
        return _listed([Enrolment.id.in_(select(page.c.id))])

    return made


def _listed(conditions: Iterable[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    sign_up = (getattr(Enrolment, name) for name in OF_SIGN_UP)
    member = (getattr(Member, name) for name in OF_MEMBER)
    return select(*sign_up, *member).join(Enrolment.member).where(*conditions).order_by(*BY_NAME)


def _how_many(db: Session, programme: Programme, wanted: Wanted) -> int:
    query = _asked_tables(select(func.count()), wanted).where(*_conditions(programme, wanted))
    return db.scalar(query) or 0


def list_members(db: Session, programme: Programme, wanted: Wanted) -> Sequence[Member]:
    """List the members behind a page of people, by name, without what they signed up with."""
    query = (
        select(Member)
        .join(Enrolment, Enrolment.member_id == Member.id)
        .where(*_conditions(programme, wanted))
        .order_by(*BY_NAME)
    )
    page = query.limit(wanted.size).offset((wanted.page - 1) * wanted.size)
    return db.scalars(page).all()


def is_more_than(db: Session, programme: Programme, wanted: Wanted, most: int) -> bool:
    """Tell whether more people than these were looked for, without looking at all of them."""
    some = _asked_tables(select(Enrolment.id), wanted).where(*_conditions(programme, wanted))
    query = select(func.count()).select_from(some.limit(most + 1).subquery())
    return (db.scalar(query) or 0) > most


def _asked_tables(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Counting needs the members only where something of theirs is asked for."""
    query = query.select_from(Enrolment)
    return query.join(Enrolment.member) if wanted.text or wanted.returned else query


def count_people(db: Session, programme: Programme) -> dict[tuple[str, str], int]:
    """Count the people of a programme by side and state."""
    rows = rows_of(db, _counts(), {"programme_id": programme.id})
    return {(str(side), str(state)): number for side, state, number in rows}


@made_once
def _counts(programme_id: UUID) -> Select[*tuple[Any, ...]]:
    return (
        select(Enrolment.side, Enrolment.state, func.count())
        .where(Enrolment.programme_id == programme_id, is_visible())
        .group_by(Enrolment.side, Enrolment.state)
    )


def _conditions(programme: Programme, wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = [Enrolment.programme_id == programme.id, is_visible()]
    if wanted.text:
        asked.append(_mentions(wanted.text))
    if wanted.side:
        asked.append(Enrolment.side == wanted.side)
    asked.append(Enrolment.state == wanted.state if wanted.state else IS_SEEN)
    if wanted.language:
        asked.append(_holds(Enrolment.languages, wanted.language))
    if wanted.topic:
        asked.append(_holds(Enrolment.topics, wanted.topic))
    return [*asked, *_lacking(wanted)]


def _lacking(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What somebody should be helped with: answers, or an address at which mail arrives."""
    found = []
    if wanted.incomplete:
        found.append(is_incomplete())
    if wanted.returned:
        found.append(Member.email_returned_at.is_not(None))
    return found


def _mentions(text: str) -> ColumnElement[bool]:
    """Whether a name, address, organisation or spreadsheet id holds what was typed."""
    places = (Member.name, Member.email, Enrolment.organisation, Enrolment.reference)
    return or_(*(place.icontains(text, autoescape=True) for place in places))


def _holds(column: InstrumentedAttribute[list[str]], key: str) -> ColumnElement[bool]:
    """Lists are kept as JSON; their keys are plain words, so quotes mark where one ends."""
    return cast(column, String).contains(f'"{key}"', autoescape=True)
