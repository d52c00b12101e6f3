"""What is kept about deeds and refusals. Rows are only ever added."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText

TRAIL = about(Audience.COORDINATOR, "answers for what was done", Keep.AUDIT)
OPENED = about(Audience.OWN, "shows a member who opened what of theirs", Keep.ACCOUNT)


class Event(Base):
    """Somebody did something to a thing. Names no one: `actor` is a key that erasure cuts off."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "programme_id", "at"),
        Index(None, "thing_id", "at"),
        # The trail is read by moment, by kind of deed, and by who did it.
        Index(None, "at", "id"),
        Index(None, "action", "at"),
        Index(None, "actor", "at"),
    )

    at: Mapped[datetime] = mapped_column(info=TRAIL)
    actor: Mapped[UUID | None] = mapped_column(info=TRAIL)
    action: Mapped[str] = mapped_column(info=TRAIL)
    thing: Mapped[str] = mapped_column(info=TRAIL)
    thing_id: Mapped[UUID | None] = mapped_column(info=TRAIL)
    programme_id: Mapped[UUID | None] = mapped_column(default=None, info=TRAIL)
    facts: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=TRAIL)
    # Filled by the job that seals rows, in order, into a chain of hashes.
    sequence: Mapped[int | None] = mapped_column(default=None, unique=True, info=STATE)
    digest: Mapped[str | None] = mapped_column(default=None, info=STATE)


class Denial(Base):
    """Someone who is signed in asked for what they may not see, or may see but not do."""

    __tablename__ = "denial"

    at: Mapped[datetime] = mapped_column(info=TRAIL)
    asked: Mapped[str] = mapped_column(info=TRAIL)
    actor: Mapped[UUID | None] = mapped_column(info=TRAIL)


class Opening(Base):
    """Somebody opened what a member wrote in confidence. The member can read this list."""

    __tablename__ = "opening"
    __table_args__ = (Index(None, "member_id", "at"),)

    at: Mapped[datetime] = mapped_column(info=OPENED)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    what: Mapped[str] = mapped_column(info=OPENED)
    thing_id: Mapped[UUID] = mapped_column(info=LINK)
    reason_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OPENED)

    reason = SealedText("reason_sealed")
