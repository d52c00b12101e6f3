"""Keeping account of what was done."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.facts import check
from matcher.audit.models import Event


class Actor(Protocol):
    """Whoever acts: a member, under the key that stands for them in the trail."""

    @property
    def audit_key(self) -> UUID: ...


class Thing(Protocol):
    """What is acted upon: a row."""

    __tablename__: Any
    id: Any


def note(  # noqa: PLR0913  # who, what, to whom, when, where: a deed has these
    db: Session,
    action: str,
    thing: Thing,
    *,
    by: Actor | None,
    at: datetime,
    programme_id: UUID | None = None,
    **facts: Any,
) -> None:
    """Note that somebody (nobody: the service itself) did something to a thing."""
    check(facts)
    event = Event(
        at=at,
        actor=by.audit_key if by else None,
        action=action,
        thing=str(thing.__tablename__),
        thing_id=thing.id,
        programme_id=programme_id,
        facts=facts,
    )
    db.add(event)
