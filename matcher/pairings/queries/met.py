"""The meetings of a pairing and what was heard there, as their pages show them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once, rows_of
from matcher.guidance.support import Support
from matcher.pairings.models import HeardLine, Meeting, MeetingState
from matcher.pairings.models.meeting import offered_at
from matcher.pairings.queries.meetings import MOST


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one meeting. It is opened where it is shown, and only then."""

    id: UUID
    written_at: datetime
    kept_at: datetime | None
    is_corrected: bool
    said_sealed: bytes | None
    kept_sealed: bytes | None

    @property
    def said(self) -> str:
        return HeardLine.said.opened(self.id, self.said_sealed) or ""

    @property
    def kept(self) -> str:
        return HeardLine.kept.opened(self.id, self.kept_sealed) or ""


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting to look at, with what was heard there."""

    heard: Heard | None
    id: UUID
    starts_at: datetime
    minutes: int
    proposed_by_id: UUID | None
    online: bool
    where: str
    state: MeetingState
    support: Support | None
    others: list[str] | None

    @property
    def offered(self) -> tuple[datetime, ...]:
        return offered_at(self.starts_at, self.others)


def list_met(db: Session, pairing_id: UUID) -> list[Met]:
    """List the meetings of a pairing with what was heard, the latest first."""
    rows = rows_of(db, _met(), {"pairing_id": pairing_id})
    return [Met(Heard(*row[9:]) if row[9] else None, *row[:9]) for row in rows]


@made_once
def _met(pairing_id: UUID) -> Select[*tuple[Any, ...]]:
    return (
        select(
            *(Meeting.id, Meeting.starts_at, Meeting.minutes, Meeting.proposed_by_id),
            *(Meeting.online, Meeting.where, Meeting.state, Meeting.support, Meeting.others),
            *(HeardLine.id, HeardLine.written_at, HeardLine.kept_at, HeardLine.is_corrected),
            *(HeardLine.said_sealed, HeardLine.kept_sealed),
        )
        .outerjoin(HeardLine, HeardLine.meeting_id == Meeting.id)
        .where(Meeting.pairing_id == pairing_id)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(MOST)
    )
