"""Mentors who learn from each other: one meeting of four to six of them, without names."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base

CIRCLE = about(Audience.COORDINATOR, "brings mentors together to learn", Keep.PROGRAMME)


class Circle(Base):
    """One meeting of mentors: when, how long, where."""

    __tablename__ = "circle"
    __table_args__ = (
        Index(None, "programme_id", "starts_at"),
        CheckConstraint("minutes BETWEEN 15 AND 480", "minutes"),
    )

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    starts_at: Mapped[datetime] = mapped_column(info=CIRCLE)
    minutes: Mapped[int] = mapped_column(info=CIRCLE)
    where: Mapped[str] = mapped_column(info=CIRCLE)
    created_at: Mapped[datetime] = mapped_column(info=STATE)
    called_off_at: Mapped[datetime | None] = mapped_column(default=None, info=CIRCLE)


class CircleGuest(Base):
    """One mentor who was invited, and whether they come."""

    __tablename__ = "circle_guest"
    __table_args__ = (UniqueConstraint("circle_id", "member_id"), Index(None, "member_id"))

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), info=LINK)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    says: Mapped[bool | None] = mapped_column(default=None, info=CIRCLE)
    said_at: Mapped[datetime | None] = mapped_column(default=None, info=CIRCLE)
