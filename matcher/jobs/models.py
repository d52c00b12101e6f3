"""Work that goes on after the page is shown. A job's result appears at once or not at all."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    PARKED = "parked"  # failed too often: waits for a person


class Job(Base):
    """One piece of work. Whoever works on it holds a lease, and proves it with its fence."""

    __tablename__ = "job"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id", "period"),
        Index(None, "state", "due_at"),
        CheckConstraint("progress >= 0 AND progress <= 1", "progress"),
        CheckConstraint("attempts >= 0", "attempts"),
    )

    kind: Mapped[str] = mapped_column(info=STATE)
    subject_id: Mapped[UUID] = mapped_column(info=LINK)
    created_at: Mapped[datetime] = mapped_column(info=STATE)
    due_at: Mapped[datetime] = mapped_column(info=STATE)
    period: Mapped[str] = mapped_column(default="", info=STATE)
    payload: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=STATE)
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED, info=STATE)
    attempts: Mapped[int] = mapped_column(default=0, info=STATE)
    lease_until: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    fence: Mapped[int] = mapped_column(default=0, info=STATE)
    progress: Mapped[float] = mapped_column(default=0.0, info=STATE)
    phase: Mapped[str] = mapped_column(default="", info=STATE)
    snapshot_hash: Mapped[str | None] = mapped_column(default=None, info=STATE)
    cancel_asked: Mapped[bool] = mapped_column(default=False, info=STATE)
    started_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    finished_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    error: Mapped[str | None] = mapped_column(default=None, info=STATE)


class Turn(Base):
    """Who may do a scheduled task now: one owner at a time, until the lease ends."""

    __tablename__ = "turn"

    task: Mapped[str] = mapped_column(unique=True, info=STATE)
    owner: Mapped[str] = mapped_column(info=STATE)
    until: Mapped[datetime] = mapped_column(info=STATE)
    last_done_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
