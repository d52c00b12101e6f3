"""What can be asked of the trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.members.models import Member
from matcher.programmes.models import Programme

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody looks for: a family of deeds, a programme, whose, between which days."""

    family: str = ""
    programme_id: UUID | None = None
    member: str = ""
    since: date | None = None
    until: date | None = None
    page: int = 1


def list_deeds(db: Session, asked: Asked) -> tuple[Sequence[Event], bool]:
    """List deeds, the latest first, and whether there are more on a next page."""
    query = select(Event).where(*_conditions(asked)).order_by(Event.at.desc(), Event.id)
    found = db.scalars(query.offset((asked.page - 1) * PAGE).limit(PAGE + 1)).all()
    return found[:PAGE], len(found) > PAGE


def names_behind(db: Session, events: Sequence[Event]) -> dict[UUID, str]:
    """Name who did these; a key that nobody has any more belongs to somebody who was erased."""
    keys = {each.actor for each in events if each.actor}
    rows = db.execute(select(Member.audit_key, Member.name).where(Member.audit_key.in_(keys)))
    return {key: name for key, name in rows}  # noqa: C416  # dict() does not know rows


def list_programmes(db: Session) -> list[Programme]:
    return list(db.scalars(select(Programme).order_by(Programme.created_at)))


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.family:
        found.append(Event.action.startswith(f"{asked.family}.", autoescape=True))
    if asked.programme_id:
        found.append(Event.programme_id == asked.programme_id)
    if asked.member:
        named = func.lower(Member.name).contains(asked.member.lower(), autoescape=True)
        found.append(Event.actor.in_(select(Member.audit_key).where(named)))
    if asked.since:
        found.append(Event.at >= _midnight(asked.since))
    if asked.until:
        found.append(Event.at < _midnight(asked.until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
