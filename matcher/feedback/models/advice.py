"""Advice that one side showed to the other, and what came of it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.feedback.models.purposes import BETWEEN
from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText


class Verdict(StrEnum):
    """What the giver says after the other tried something."""

    BETTER = "better"
    SAME = "same"
    NOT_YET = "not_yet"


class Advice(Base):
    """A row exists only once the advice of both was opened. From then on its words are fixed."""

    __tablename__ = "advice"
    __table_args__ = (
        UniqueConstraint("check_in_id"),
        Index(None, "pairing_id", "revealed_at"),
    )

    check_in_id: Mapped[UUID] = mapped_column(
        ForeignKey("check_in.id", ondelete="CASCADE"), info=LINK
    )
    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    from_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    revealed_at: Mapped[datetime] = mapped_column(info=BETWEEN)
    # The receiver picks it as the one thing to try, and says when it was tried.
    picked_at: Mapped[datetime | None] = mapped_column(default=None, info=BETWEEN)
    tried_at: Mapped[datetime | None] = mapped_column(default=None, info=BETWEEN)
    # The giver says what they noticed.
    verdict: Mapped[Verdict | None] = mapped_column(default=None, info=BETWEEN)
    said_at: Mapped[datetime | None] = mapped_column(default=None, info=BETWEEN)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=BETWEEN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    text = SealedText("text_sealed")

    __mapper_args__ = {"version_id_col": version}
