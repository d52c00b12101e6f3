"""What can be asked of the trail."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, union_all
from sqlalchemy.orm import Session

from matcher.audit.deeds import DEEDS
from matcher.audit.models import Event
from matcher.members.models import Member
from matcher.programmes.models import Programme

PAGE = 50
# Of how many people with such a name deeds are looked for.
NAMED = 100
# Always asked, so that the index by moment leads and a page is all that is read of it.
LAST_DAY = date(2100, 1, 1)
LATEST = Event.at.desc(), Event.id.desc()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody looks for: a family of deeds, a programme, whose, between which days."""

    family: str = ""
    programme_id: UUID | None = None
    member: str = ""
    since: date | None = None
    until: date | None = None
    page: int = 1


def list_deeds(
    db: Session, asked: Asked, keys: Sequence[UUID] | None = None
) -> tuple[Sequence[Event], bool]:
    """List deeds, the latest first, and whether there are more on a next page.

    `keys`: of whoever is looked for (`keys_of`); None for everybody's.
    """
    first = (asked.page - 1) * PAGE
    if asked.family and not asked.programme_id and keys is None:
        query = select(Event).where(Event.id.in_(_of_family(asked, first)))
        found = db.scalars(query.order_by(*LATEST)).all()
    else:
        query = select(Event).where(*_conditions(asked, keys)).order_by(*LATEST)
        found = db.scalars(query.offset(first).limit(PAGE + 1)).all()
    return found[:PAGE], len(found) > PAGE


def _of_family(asked: Asked, first: int) -> Select[tuple[UUID]]:
    """Find a page of a family: the newest of each deed in it, put in one order.

    Otherwise a family of which little happens would be looked for among all deeds there are.
    """
    rest = _conditions(replace(asked, family=""), None)
    actions = [each for each in DEEDS if each.startswith(f"{asked.family}.")]
    newest = [
        select(Event.id, Event.at)
        .where(Event.action == action, *rest)
        .order_by(*LATEST)
        .limit(first + PAGE + 1)
        .subquery()
        for action in actions
    ]
    together = union_all(*(select(each.c.id, each.c.at) for each in newest)).subquery()
    latest = together.c.at.desc(), together.c.id.desc()
    return select(together.c.id).order_by(*latest).offset(first).limit(PAGE + 1)


def keys_of(db: Session, name: str) -> list[UUID] | None:
    """Return the keys in the trail of members whose name holds this, or None if nothing is asked.

    The one question that looks at every name; one more than we look for tells that there are more.
    """
    if not name:
        return None
    named = Member.name.icontains(name, autoescape=True)
    return list(db.scalars(select(Member.audit_key).where(named).limit(NAMED + 1)))


def names_behind(db: Session, events: Sequence[Event]) -> dict[UUID, str]:
    """Name who did these; a key that nobody has any more belongs to somebody who was erased."""
    keys = {each.actor for each in events if each.actor}
    rows = db.execute(select(Member.audit_key, Member.name).where(Member.audit_key.in_(keys)))
    return {key: name for key, name in rows}  # noqa: C416  # dict() does not know rows


def list_programmes(db: Session) -> list[Programme]:
    return list(db.scalars(select(Programme).order_by(Programme.created_at)))


def _conditions(asked: Asked, keys: Sequence[UUID] | None) -> list[ColumnElement[bool]]:
    found = [Event.at < _midnight((asked.until or LAST_DAY) + timedelta(days=1))]
    if asked.family:
        found.append(Event.action.startswith(f"{asked.family}.", autoescape=True))
    if asked.programme_id:
        found.append(Event.programme_id == asked.programme_id)
    if keys is not None:
        found.append(Event.actor.in_(keys[:NAMED]))
    if asked.since:
        found.append(Event.at >= _midnight(asked.since))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
