"""Which card was shown to whom, and whether it was of use."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson
from matcher.guidance.tips import Stage, Tip
from matcher.pairings.models.pairing import Pairing

OWN = about(Audience.OWN, "brings the next tip at the right time", Keep.PAIRING)


class CardShown(Base):
    """Only its reader ever sees this. The answer is sealed: nobody sums it by query."""

    __tablename__ = "card_shown"
    __table_args__ = (Index(None, "pairing_id", "member_id", "shown_at"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    pairing: Mapped[Pairing] = relationship()
    tip: Mapped[Tip] = mapped_column(info=OWN)
    stage: Mapped[Stage] = mapped_column(info=OWN)
    card: Mapped[str] = mapped_column(info=OWN)  # "listen.early.mentor"
    card_version: Mapped[int] = mapped_column(info=OWN)
    shown_at: Mapped[datetime] = mapped_column(info=OWN)
    why: Mapped[str] = mapped_column(info=OWN)
    style: Mapped[str] = mapped_column(default="plain", info=STATE)
    propensity: Mapped[float] = mapped_column(default=1.0, info=STATE)
    answer_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OWN)
    answered_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)

    answer = SealedJson("answer_sealed")  # {"useful": 1 | 0.5 | 0}
