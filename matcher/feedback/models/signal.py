"""Signals: why a coordinator should look, to whom they were passed on, and how strict they are."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.feedback.models.purposes import ANSWERS
from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText


class Signal(Base):
    """A named reason why a coordinator should look (W0–W11). It holds no answers."""

    __tablename__ = "signal"
    __table_args__ = (
        UniqueConstraint("code", "cause_id"),
        Index(None, "programme_id", "handled_at", "deadline"),
        Index(None, "pairing_id"),
    )

    code: Mapped[str] = mapped_column(info=ANSWERS)
    # What made it: a check-in, a concern, a meeting; the same cause never signals twice.
    cause_id: Mapped[UUID] = mapped_column(info=LINK)
    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    raised_at: Mapped[datetime] = mapped_column(info=ANSWERS)
    deadline: Mapped[date] = mapped_column(info=ANSWERS)
    pairing_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), default=None, info=LINK
    )
    member_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), default=None, info=LINK
    )
    for_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    handled_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    handled_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    was_useful: Mapped[bool | None] = mapped_column(default=None, info=ANSWERS)
    told_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ANSWERS)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    told = SealedText("told_sealed")  # what the person who signalled was told

    __mapper_args__ = {"version_id_col": version}


class Escalation(Base):
    """An urgent signal that nobody looked at in time, passed on to somebody else."""

    __tablename__ = "escalation"
    __table_args__ = (UniqueConstraint("signal_id", "to_id"), Index(None, "to_id"))

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id", ondelete="CASCADE"), info=LINK)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    at: Mapped[datetime] = mapped_column(info=ANSWERS)
    # A coordinator passed it on by hand; otherwise the clock did.
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )


class Strictness(Base):
    """A programme chose the stricter threshold of a trigger that was seldom useful."""

    __tablename__ = "strictness"
    __table_args__ = (UniqueConstraint("programme_id", "code"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    code: Mapped[str] = mapped_column(info=STATE)
    since: Mapped[datetime] = mapped_column(info=STATE)
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
