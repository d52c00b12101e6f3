"""A concern: something told in confidence to one named person."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.feedback.models.purposes import CONCERN
from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText


class ConcernAbout(StrEnum):
    PARTNER = "partner"
    COORDINATOR = "coordinator"
    ELSE = "else"


class Concern(Base):
    """Something told in confidence to one named person. The partner never learns of it."""

    __tablename__ = "concern"
    __table_args__ = (Index(None, "programme_id", "handled_at"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    from_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    about: Mapped[ConcernAbout] = mapped_column(info=CONCERN)
    sent_at: Mapped[datetime] = mapped_column(info=CONCERN)
    pairing_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("pairing.id", ondelete="SET NULL"), default=None, info=LINK
    )
    reach_by: Mapped[str] = mapped_column(default="", info=CONCERN)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CONCERN)
    handled_at: Mapped[datetime | None] = mapped_column(default=None, info=CONCERN)
    outcome_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CONCERN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    text = SealedText("text_sealed")
    outcome = SealedText("outcome_sealed")

    __mapper_args__ = {"version_id_col": version}
