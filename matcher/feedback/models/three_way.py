"""A conversation of the two with a coordinator: only when both agree."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.pairings.models import Pairing

ASKED = about(Audience.PAIR, "brings two people and a coordinator to one table", Keep.PAIRING)


class ThreeWay(Base):
    """First asked of whoever signalled; only after their yes does the other learn of it."""

    __tablename__ = "three_way"
    __table_args__ = (Index(None, "pairing_id", "asked_at"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    first_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    asked_at: Mapped[datetime] = mapped_column(info=ASKED)
    signal_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("signal.id", ondelete="SET NULL"), default=None, info=LINK
    )
    first_says: Mapped[bool | None] = mapped_column(default=None, info=ASKED)
    second_says: Mapped[bool | None] = mapped_column(default=None, info=ASKED)
    # A coordinator wrote the answer down for somebody, and why: by phone, for instance.
    first_entered_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    second_entered_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    first_entered_why: Mapped[str] = mapped_column(default="", info=ASKED)
    second_entered_why: Mapped[str] = mapped_column(default="", info=ASKED)
    held_on: Mapped[date | None] = mapped_column(default=None, info=ASKED)
    agenda_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ASKED)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    agenda = SealedText("agenda_sealed")

    __mapper_args__ = {"version_id_col": version}
