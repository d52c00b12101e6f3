"""What the mentee works on: goals, points to talk about, steps, and what goes without a mentor."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson, SealedText
from matcher.guidance.tips import Side
from matcher.pairings.models.pairing import Pairing

OWNED = about(Audience.PAIR, "lets the mentee steer the mentoring", Keep.PAIRING)


class PointKind(StrEnum):
    GOAL = "goal"
    AGENDA = "agenda"  # something to talk about
    STEP = "step"  # "If … then I …", decided in a meeting
    ABLE = "able"  # what goes without the mentor now: the closing list


class PointState(StrEnum):
    """proposed → open → done; a proposal may be declined, and anything open may be dropped."""

    PROPOSED = "proposed"  # by the mentor: grey until the mentee takes it
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Point(Base):
    """Owned by the mentee. The mentor comments, and may propose; nothing more."""

    __tablename__ = "point"
    __table_args__ = (Index(None, "pairing_id", "kind", "state"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    kind: Mapped[PointKind] = mapped_column(info=OWNED)
    by: Mapped[Side] = mapped_column(info=OWNED)
    added_at: Mapped[datetime] = mapped_column(info=OWNED)
    state: Mapped[PointState] = mapped_column(default=PointState.OPEN, info=OWNED)
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), default=None, info=LINK
    )
    settled_at: Mapped[datetime | None] = mapped_column(default=None, info=OWNED)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OWNED)
    comment_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OWNED)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    # {"text": "…"}, with a "part" of GROW for a point to talk about; a step: {"if": …, "then": …}
    text = SealedJson("text_sealed")
    comment = SealedText("comment_sealed")  # the mentor's

    __mapper_args__ = {"version_id_col": version}
