"""A spreadsheet on its way in: staged in rows, applied by a job, visible all at once."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedBytes, SealedJson
from matcher.guidance.tips import Side
from matcher.programmes.models.programme import Programme

STAGED = about(Audience.COORDINATOR, "brings a spreadsheet in", Keep.SHORT)


class ImportState(StrEnum):
    CHECKING = "checking"
    READY = "ready"
    BLOCKED = "blocked"  # errors: nothing can be applied
    APPLYING = "applying"
    APPLIED = "applied"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Import(Base):
    """One file, for one side of one programme."""

    __tablename__ = "import"

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    side: Mapped[Side] = mapped_column(info=STAGED)
    file_name: Mapped[str] = mapped_column(info=STAGED)
    created_at: Mapped[datetime] = mapped_column(info=STAGED)
    state: Mapped[ImportState] = mapped_column(default=ImportState.CHECKING, info=STAGED)
    row_count: Mapped[int] = mapped_column(default=0, info=STAGED)
    # Findings about the file as a whole: [{"kind": "error"|"notice", "sentence": {…}}].
    findings: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, info=STAGED)
    ground: Mapped[str] = mapped_column(default="", info=STAGED)
    applied_at: Mapped[datetime | None] = mapped_column(default=None, info=STAGED)
    # The file as it was sent, until it is checked: whoever checks it may be another machine.
    file_sealed: Mapped[bytes | None] = mapped_column(
        init=False, default=None, deferred=True, info=STAGED
    )
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    file = SealedBytes("file_sealed")

    __mapper_args__ = {"version_id_col": version}


class ImportRow(Base):
    """One row of the file, read and checked. `applied_at` lets the job go on where it stopped."""

    __tablename__ = "import_row"
    __table_args__ = (UniqueConstraint("import_id", "number"),)

    import_id: Mapped[UUID] = mapped_column(ForeignKey("import.id", ondelete="CASCADE"), info=LINK)
    number: Mapped[int] = mapped_column(info=STAGED)
    findings: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, info=STAGED)
    values_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=STAGED)
    # new, update or same: what applying will do to the enrolment it is about.
    effect: Mapped[str] = mapped_column(default="new", info=STAGED)
    applied_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)

    content = SealedJson("values_sealed")
