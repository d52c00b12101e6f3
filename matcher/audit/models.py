"""What is kept about deeds and refusals. Rows are only ever added."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import STATE, Audience, Keep, about
from matcher.foundation.database import Base

TRAIL = about(Audience.COORDINATOR, "answers for what was done", Keep.AUDIT)


class Event(Base):
    """Somebody did something to a thing. Names no one: `actor` is a key that erasure cuts off."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "programme_id", "at"), Index(None, "thing_id", "at"))

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
    """Someone asked for what they may see but not do."""

    __tablename__ = "denial"

    at: Mapped[datetime] = mapped_column(info=TRAIL)
    asked: Mapped[str] = mapped_column(info=TRAIL)
    actor: Mapped[UUID | None] = mapped_column(info=TRAIL)
