"""Keeping account of lists that a coordinator took along: what, how much, as which file."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.members.models import Member
from matcher.programmes.models import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAlong:
    kind: str  # which list
    count: int
    file: str  # csv or xlsx


def note_taken_along(
    db: Session, programme: Programme, taken: TakenAlong, *, by: Member, now: datetime
) -> None:
    """Note that a list left the service: it holds people, and files go round."""
    note(
        db,
        "list.taken_along",
        programme,
        by=by,
        at=now,
        programme_id=programme.id,
        kind=taken.kind,
        count=taken.count,
        file=taken.file,
    )
