"""How two people finish: an end they both know, kind words, and what each takes along."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson, SealedText
from matcher.pairings.models.pairing import Pairing

PAIR = about(Audience.PAIR, "lets the two finish well", Keep.PAIRING)
OWN = about(Audience.OWN, "belongs to whoever wrote it", Keep.PAIRING)


class Wish(StrEnum):
    """What somebody wants to happen to what they wrote in a pairing."""

    KEEP = "keep"
    DELETE = "delete"


class Closing(Base):
    """The end of a pairing, known to both at least four weeks ahead where it can be."""

    __tablename__ = "closing"
    __table_args__ = (UniqueConstraint("pairing_id"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    begun_at: Mapped[datetime] = mapped_column(info=PAIR)
    ends_on: Mapped[date] = mapped_column(info=PAIR)
    # Nobody: the planned time is over. Otherwise who wants to finish sooner or later than planned.
    asked_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    coordinator_tells: Mapped[bool] = mapped_column(default=False, info=PAIR)
    reason_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    reason = SealedText("reason_sealed")  # to the partner, in the words of whoever asked

    __mapper_args__ = {"version_id_col": version}


class Farewell(Base):
    """One person's part of a closing. Words are shown together; the rest stays their own."""

    __tablename__ = "farewell"
    __table_args__ = (
        UniqueConstraint("pairing_id", "member_id"),
        CheckConstraint("stays_in_touch IN ('yes', 'no')", "stays_in_touch"),
    )

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    words_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)
    written_at: Mapped[datetime | None] = mapped_column(default=None, info=PAIR)
    takeaway_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OWN)
    stays_in_touch: Mapped[str | None] = mapped_column(default=None, info=PAIR)
    how_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)
    wish: Mapped[Wish | None] = mapped_column(default=None, info=OWN)
    keep_until: Mapped[date | None] = mapped_column(default=None, info=OWN)
    forgotten_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    words = SealedJson("words_sealed")  # {"moment": …, "strength": …, "advice": …}
    takeaway = SealedJson("takeaway_sealed")  # {"can_do": …, "goal": …, "people": …, "places": …}
    how = SealedText("how_sealed")  # how to stay in touch, shown once both want to

    __mapper_args__ = {"version_id_col": version}
