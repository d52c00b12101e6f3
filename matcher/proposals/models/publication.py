"""Pairs that will be told at a moment a coordinator chose."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.proposals.models.run import MatchRun

PLANNED = about(Audience.COORDINATOR, "tells people at the right moment", Keep.PROGRAMME)


class Publication(Base):
    """Which pairs of a run are told when, and until when they may answer."""

    __tablename__ = "publication"
    __table_args__ = (Index(None, "done_at", "at"),)

    run_id: Mapped[UUID] = mapped_column(
        ForeignKey("match_run.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    run: Mapped[MatchRun] = relationship()
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    at: Mapped[datetime] = mapped_column(info=PLANNED)
    answer_by: Mapped[date] = mapped_column(info=PLANNED)
    made_at: Mapped[datetime] = mapped_column(info=PLANNED)
    # The ids of the pairs; what is no longer approved by then is passed over.
    pairs: Mapped[list[str]] = mapped_column(default_factory=list, info=LINK)
    done_at: Mapped[datetime | None] = mapped_column(default=None, info=PLANNED)
    called_off_at: Mapped[datetime | None] = mapped_column(default=None, info=PLANNED)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
