"""Noticing that a colleague changed the same section of a programme meanwhile."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import Programme


class SectionChanged(RuleBroken):
    """What stands in a section is no longer what was on the page."""

    def __init__(self, by: str) -> None:
        super().__init__(N_("Someone changed this meanwhile. Please look again."))
        self.by = by


def mark_of(programme: Programme, names: Iterable[str]) -> str:
    """Return a mark of what a section holds now: another content has another mark."""
    held = [(name, _plain(getattr(programme, name))) for name in sorted(names)]
    return sha256(repr(held).encode()).hexdigest()[:24]


def refuse_stale(
    db: Session, programme: Programme, section: str, names: Iterable[str], *, seen: str
) -> None:
    """Refuse to overwrite what a colleague saved. Without a mark nothing can be compared."""
    if seen and seen != mark_of(programme, names):
        raise SectionChanged(_last_name(db, programme, section))


def _plain(value: object) -> object:
    return value.id if isinstance(value, Member) else value


def _last_name(db: Session, programme: Programme, section: str) -> str:
    query = (
        select(Event.facts, Member.name)
        .outerjoin(Member, Member.audit_key == Event.actor)
        .where(Event.thing_id == programme.id, Event.action == "programme.changed")
        .order_by(Event.at.desc())
        .limit(20)
    )
    names = (name for facts, name in db.execute(query) if facts.get("kind") == section)
    return next(names, "") or ""
