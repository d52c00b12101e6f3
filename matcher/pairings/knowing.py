"""What the next card may follow from: rooms above say it, so that pairings need not know them.

There is no place here for the partner's answers. They reach somebody only as a `Suggestion`, which
the partner allowed, and days later.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.guidance.selection import Call, Estimates, Suggestion
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of one person, for choosing a card."""

    estimates: Estimates = field(default_factory=Estimates)
    concern_at: datetime | None = None
    calls: tuple[Call, ...] = ()
    suggestion: Suggestion | None = None


Source = Callable[[Session, Pairing, Side, datetime], Knowledge]
_sources: list[Source] = []


def tells(source: Source) -> Source:
    """Let a room above say what it knows of somebody."""
    _sources.append(source)
    return source


def known_of(db: Session, pairing: Pairing, side: Side, now: datetime) -> Knowledge:
    """Ask whoever knows; without them nothing is known."""
    return _sources[-1](db, pairing, side, now) if _sources else Knowledge()
