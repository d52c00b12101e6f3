"""One run with its settings, seed and snapshot kept, so that it can be repeated bit for bit."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson
from matcher.programmes.models import Enrolment, Programme

RUN = about(Audience.COORDINATOR, "finds pairs and answers for them", Keep.PROGRAMME)


class RunState(StrEnum):
    """queued → running → reviewed (ready to look at) → published; or cancelled, or failed."""

    QUEUED = "queued"
    RUNNING = "running"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    FAILED = "failed"


class MatchRun(Base):
    """What was asked, and what came out: total, bound and gap prove the result."""

    __tablename__ = "match_run"
    __table_args__ = (UniqueConstraint("programme_id", "number"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    number: Mapped[int] = mapped_column(info=RUN)
    started_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    created_at: Mapped[datetime] = mapped_column(info=RUN)
    settings: Mapped[dict[str, Any]] = mapped_column(info=RUN)
    seed: Mapped[int] = mapped_column(default=0, info=RUN)
    state: Mapped[RunState] = mapped_column(default=RunState.QUEUED, info=RUN)
    snapshot_sealed: Mapped[bytes | None] = mapped_column(
        init=False, default=None, deferred=True, info=RUN
    )
    snapshot_hash: Mapped[str | None] = mapped_column(default=None, info=RUN)
    result_hash: Mapped[str | None] = mapped_column(default=None, info=RUN)
    # Counts, fairness, scarcity, seconds by phase: what the run's page shows.
    summary: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=RUN)
    total: Mapped[float | None] = mapped_column(default=None, info=RUN)
    bound: Mapped[float | None] = mapped_column(default=None, info=RUN)
    gap: Mapped[float | None] = mapped_column(default=None, info=RUN)
    seconds: Mapped[float | None] = mapped_column(default=None, info=RUN)
    finished_at: Mapped[datetime | None] = mapped_column(default=None, info=RUN)
    published_at: Mapped[datetime | None] = mapped_column(default=None, info=RUN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    snapshot = SealedJson("snapshot_sealed")

    __mapper_args__ = {"version_id_col": version}


class Leftover(Base):
    """Somebody for whom a run found no one, with the reasons."""

    __tablename__ = "leftover"
    __table_args__ = (UniqueConstraint("run_id", "enrolment_id"),)

    run_id: Mapped[UUID] = mapped_column(ForeignKey("match_run.id", ondelete="CASCADE"), info=LINK)
    enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    enrolment: Mapped[Enrolment] = relationship()
    # [{"code", "sentence": {…}}]
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, info=RUN)
