"""Seals the trail: each row, in order, under a hash that also covers the row before it.

Whoever changes, removes or inserts a row later breaks every hash after it. Rows append freely, and
one job seals them: a chain per write would make all writers wait for each other.
"""

import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event

AT_ONCE = 500
START = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How far the chain reaches."""

    sequence: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What looking at every link found."""

    head: Head
    waiting: int
    broken_at: int | None = None


def head(db: Session) -> Head:
    query = select(Event.sequence, Event.digest).where(Event.sequence.is_not(None))
    row = db.execute(query.order_by(Event.sequence.desc()).limit(1)).first()
    return (
        Head(sequence=row[0] or 0, digest=row[1] or "") if row else Head(sequence=0, digest=START)
    )


def seal(db: Session, *, limit: int = AT_ONCE) -> int:
    """Seal rows that wait, the oldest first; say how many."""
    last = head(db)
    waiting = select(Event).where(Event.sequence.is_(None)).order_by(Event.at, Event.id)
    rows = db.scalars(waiting.limit(limit)).all()
    for number, event in enumerate(rows, last.sequence + 1):
        event.sequence = number
        event.digest = digest_of(event, last.digest)
        last = Head(sequence=number, digest=event.digest)
    db.flush()
    return len(rows)


def verify(db: Session, noted: Head | None = None) -> Verdict:
    """Look at every link. `noted`: the head as it was written down outside the database."""
    sealed = select(Event).where(Event.sequence.is_not(None)).order_by(Event.sequence)
    # Closed also where a link is broken: a server keeps its place in what is read until then.
    with closing(db.scalars(sealed.execution_options(yield_per=AT_ONCE))) as events:
        last, broken = _follow(events, noted)
    if broken is None and noted and last.sequence < noted.sequence:
        broken = last.sequence + 1  # the end was cut off
    open_rows = select(func.count()).select_from(Event).where(Event.sequence.is_(None))
    return Verdict(head=last, waiting=db.scalar(open_rows) or 0, broken_at=broken)


def _follow(events: Iterable[Event], noted: Head | None) -> tuple[Head, int | None]:
    """Go along the chain until a link is broken; return the last whole one, and which is not."""
    last = Head(sequence=0, digest=START)
    for event in events:
        number = last.sequence + 1
        right = event.sequence == number and event.digest == digest_of(event, last.digest)
        if noted and number == noted.sequence:
            right = right and event.digest == noted.digest
        if not right:
            return last, number
        last = Head(sequence=number, digest=event.digest or "")
    return last, None


def digest_of(event: Event, before: str) -> str:
    """Hash what a row says, together with the hash of the row before it."""
    said = [
        event.sequence,
        event.at.isoformat(),
        _text(event.actor),
        event.action,
        event.thing,
        _text(event.thing_id),
        _text(event.programme_id),
        event.facts,
    ]
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{before}\n{written}".encode()).hexdigest()


def _text(value: object) -> str | None:
    return None if value is None else str(value)
