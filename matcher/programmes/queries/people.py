"""A coordinator's list of people: searched, filtered, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, contains_eager

from matcher.audit.models import Event
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.programmes.queries.matchable import is_incomplete, is_visible

PAGE, HISTORY = 50, 100
SEEN = set(EnrolmentState) - {EnrolmentState.WITHDRAWN}


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


@dataclass(frozen=True, slots=True)
class Found:
    people: Sequence[Enrolment]
    total: int


def list_people(db: Session, programme: Programme, wanted: Wanted) -> Found:
    """List one page of the people who were looked for, by name."""
    asked = and_(*_conditions(programme, wanted))
    total = db.scalar(_asked_tables(select(func.count()), wanted).where(asked)) or 0
    query = (
        select(Enrolment)
        .join(Enrolment.member)
        .where(asked)
        .options(contains_eager(Enrolment.member))
        .order_by(func.lower(Member.name), Enrolment.side, Enrolment.id)
        .limit(wanted.size)
        .offset((wanted.page - 1) * wanted.size)
    )
    return Found(db.scalars(query).all(), total)


def list_members(db: Session, programme: Programme, wanted: Wanted) -> Sequence[Member]:
    """List the members behind a page of people, by name, without what they signed up with."""
    query = (
        select(Member)
        .join(Enrolment, Enrolment.member_id == Member.id)
        .where(*_conditions(programme, wanted))
        .order_by(func.lower(Member.name), Enrolment.side, Enrolment.id)
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
    query = (
        select(Enrolment.side, Enrolment.state, func.count())
        .where(Enrolment.programme_id == programme.id, is_visible())
        .group_by(Enrolment.side, Enrolment.state)
    )
    return {(str(side), str(state)): number for side, state, number in db.execute(query)}


def _conditions(programme: Programme, wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = [Enrolment.programme_id == programme.id, is_visible()]
    if wanted.text:
        asked.append(_mentions(wanted.text))
    if wanted.side:
        asked.append(Enrolment.side == wanted.side)
    asked.append(Enrolment.state == wanted.state if wanted.state else Enrolment.state.in_(SEEN))
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


def last_mails(db: Session, kind: str, enrolments: Sequence[Enrolment]) -> dict[UUID, datetime]:
    """When each of these people last got a mail of this kind about their sign-up."""
    about = Mail.kind == kind, Mail.subject_id.in_([each.id for each in enrolments])
    query = select(Mail.subject_id, func.max(Mail.created_at)).where(*about)
    found = db.execute(query.group_by(Mail.subject_id))
    return {subject: at for subject, at in found}  # noqa: C416  # dict() takes a result for a mapping


def list_events(db: Session, enrolment: Enrolment) -> list[tuple[Event, str | None]]:
    """List what happened to a sign-up, the latest first, with the names of who did it."""
    query = (
        select(Event, Member.name)
        .outerjoin(Member, Member.audit_key == Event.actor)
        .where(Event.thing_id == enrolment.id)
        .order_by(Event.at.desc())
        .limit(HISTORY)
    )
    return [(event, name) for event, name in db.execute(query)]


def name_of(db: Session, member_id: UUID | None) -> str | None:
    return db.scalar(select(Member.name).where(Member.id == member_id)) if member_id else None
