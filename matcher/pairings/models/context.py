"""One line about what goes on in the mentee's life just now."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.pairings.models.pairing import Pairing

PAIR = about(Audience.PAIR, "tells the mentor what goes on just now", Keep.CHOSEN)


class ContextLine(Base):
    """Shown to the mentor up to and with its last day, then gone for good."""

    __tablename__ = "context_line"
    __table_args__ = (Index(None, "until"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), unique=True, init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    until: Mapped[date] = mapped_column(info=PAIR)
    shared_at: Mapped[datetime] = mapped_column(info=PAIR)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)

    text = SealedText("text_sealed")
