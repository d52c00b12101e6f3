"""The two meeting each other."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.guidance.support import Support
from matcher.pairings.models.pairing import Pairing

if TYPE_CHECKING:
    from matcher.pairings.models.heard import HeardLine

PAIR = about(Audience.PAIR, "brings the two together", Keep.PAIRING)


class MeetingState(StrEnum):
    PROPOSED = "proposed"
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"  # one of the two did not come


class Meeting(Base):
    """One meeting: when, where or by which link, and whether it was held."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index(None, "pairing_id", "starts_at"),
        CheckConstraint("minutes BETWEEN 5 AND 1440", "minutes"),
    )

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    starts_at: Mapped[datetime] = mapped_column(info=PAIR)
    minutes: Mapped[int] = mapped_column(info=PAIR)
    proposed_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    online: Mapped[bool] = mapped_column(default=False, info=PAIR)
    where: Mapped[str] = mapped_column(default="", info=PAIR)  # a place, or a link
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED, info=PAIR)
    absent_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    logged_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    support: Mapped[Support | None] = mapped_column(default=None, info=PAIR)
    # While proposed: other moments on offer beside `starts_at`, in ISO 8601, UTC.
    others: Mapped[list[str] | None] = mapped_column(default=None, info=PAIR)
    # Counts up with every change, so that calendars replace what they hold (RFC 5545, SEQUENCE).
    sequence: Mapped[int] = mapped_column(default=0, info=STATE)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    heard: Mapped["HeardLine | None"] = relationship(
        init=False, back_populates="meeting", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def offered(self) -> tuple[datetime, ...]:
        """The moments that are on offer, the first of them first."""
        return offered_at(self.starts_at, self.others)


def offered_at(starts_at: datetime, others: Iterable[str] | None) -> tuple[datetime, ...]:
    """Return the moments on offer: that of the meeting, and those kept beside it."""
    if not others:
        return (starts_at,)
    return tuple(sorted({starts_at, *(datetime.fromisoformat(each) for each in others)}))
