"""Practical help: asked for by the mentee, answered by the mentor."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson, SealedText
from matcher.pairings.models.pairing import Pairing

ASKED = about(Audience.PAIR, "brings practical help that was asked for", Keep.PAIRING)
FIT = about(Audience.OWN, "notices when help becomes too much", Keep.PAIRING)


class Size(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    BIG = "big"


class HelpAnswer(StrEnum):
    YES = "yes"  # by a day
    NO = "no"
    ELSE = "else"  # something else, in words


class HelpRequest(Base):
    """Only the mentee opens and closes one. How it fitted is theirs alone."""

    __tablename__ = "help_request"
    __table_args__ = (Index(None, "pairing_id", "asked_at"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    asked_at: Mapped[datetime] = mapped_column(info=ASKED)
    size: Mapped[Size] = mapped_column(info=ASKED)
    wanted_by: Mapped[date | None] = mapped_column(default=None, info=ASKED)
    answer: Mapped[HelpAnswer | None] = mapped_column(default=None, info=ASKED)
    answered_at: Mapped[datetime | None] = mapped_column(default=None, info=ASKED)
    promised_by: Mapped[date | None] = mapped_column(default=None, info=ASKED)
    closed_at: Mapped[datetime | None] = mapped_column(default=None, info=ASKED)
    was_kept: Mapped[bool | None] = mapped_column(default=None, info=ASKED)
    what_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ASKED)
    reply_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ASKED)
    fit_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=FIT)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    what = SealedText("what_sealed")
    reply = SealedText("reply_sealed")  # the mentor's words beside the answer
    fit = SealedJson("fit_sealed")  # {"fit": -1 too little | 0 just right | 1 too much}

    __mapper_args__ = {"version_id_col": version}
