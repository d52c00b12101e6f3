"""What is kept in order to keep less: copies on their way to their owner, and what was swept."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedBytes

COPY = about(Audience.OWN, "gives a member a copy of their data", Keep.SHORT)


class Takeout(Base):
    """A copy of all that is kept about a member, made for them, and gone after some days."""

    __tablename__ = "takeout"
    __table_args__ = (Index(None, "member_id", "asked_at"),)

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    asked_at: Mapped[datetime] = mapped_column(info=COPY)
    until: Mapped[datetime] = mapped_column(info=COPY)
    ready_at: Mapped[datetime | None] = mapped_column(default=None, info=COPY)
    fetched_at: Mapped[datetime | None] = mapped_column(default=None, info=COPY)
    file_sealed: Mapped[bytes | None] = mapped_column(
        init=False, default=None, deferred=True, info=COPY
    )

    file = SealedBytes("file_sealed")


class Sweep(Base):
    """That a rule of retention was applied, and to how many rows: the evidence that it is."""

    __tablename__ = "sweep"
    __table_args__ = (Index(None, "at"),)

    at: Mapped[datetime] = mapped_column(info=STATE)
    rule: Mapped[str] = mapped_column(info=STATE)
    rows: Mapped[int] = mapped_column(info=STATE)
