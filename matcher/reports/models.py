"""A programme's report, as it was computed once, and what the programme did with it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base

FIGURES = about(Audience.COORDINATOR, "shows how a programme goes as a whole", Keep.PROGRAMME)
SAID = about(Audience.PAIR, "tells everyone what was done with their answers", Keep.PROGRAMME)


class ProgrammeReport(Base):
    """Rounded figures of groups that are large enough. What is hidden is not in here at all."""

    __tablename__ = "programme_report"
    __table_args__ = (UniqueConstraint("programme_id"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    made_at: Mapped[datetime] = mapped_column(info=FIGURES)
    figures: Mapped[dict[str, Any]] = mapped_column(info=FIGURES)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}


class YouSaid(Base):
    """“You said – we did”: in the coordinators' own words, never a quotation."""

    __tablename__ = "you_said"
    __table_args__ = (Index(None, "programme_id", "told_at"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    told_at: Mapped[datetime] = mapped_column(info=SAID)
    told_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    said: Mapped[str] = mapped_column(info=SAID)
    did: Mapped[str] = mapped_column(info=SAID)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
