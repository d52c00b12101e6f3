"""A programme's own words for a card, beside the standard text of the product."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base

TEXT = about(Audience.PAIR, "says a tip in the programme's own words", Keep.PROGRAMME)
RULE = about(Audience.COORDINATOR, "lets two people look before a text is shown", Keep.PROGRAMME)


class CardTextState(StrEnum):
    """draft → review → live → ended; a text in review may go back to draft."""

    DRAFT = "draft"
    REVIEW = "review"
    LIVE = "live"
    ENDED = "ended"


class CardText(Base):
    """One version of a programme's text. What was shown stays on record when it is replaced."""

    __tablename__ = "card_text"
    __table_args__ = (Index(None, "programme_id", "card", "state"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    card: Mapped[str] = mapped_column(info=RULE)  # "listen.early.mentor"
    base_version: Mapped[int] = mapped_column(info=RULE)  # of the standard text it was made from
    written_at: Mapped[datetime] = mapped_column(info=RULE)
    text_en: Mapped[str] = mapped_column(info=TEXT)
    text_nl: Mapped[str] = mapped_column(info=TEXT)
    written_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    state: Mapped[CardTextState] = mapped_column(default=CardTextState.DRAFT, info=RULE)
    approved_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    also_approved_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    live_at: Mapped[datetime | None] = mapped_column(default=None, info=RULE)
    ended_at: Mapped[datetime | None] = mapped_column(default=None, info=RULE)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
