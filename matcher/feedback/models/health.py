"""How a pairing seems to go, for sorting a coordinator's list and nothing else."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.feedback.models.purposes import ANSWERS
from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base


class Band(StrEnum):
    STEADY = "steady"
    WATCH = "watch"
    TALK = "talk"
    TOO_EARLY = "too_early"
    PAUSED = "paused"


class Health(Base):
    """The score is a sort key: no page, mail or export ever shows it. Erased with its pairing."""

    __tablename__ = "health"
    __table_args__ = (UniqueConstraint("pairing_id"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    at: Mapped[datetime] = mapped_column(info=STATE)
    band: Mapped[Band] = mapped_column(info=ANSWERS)
    score: Mapped[float | None] = mapped_column(default=None, info=STATE)
    # Codes of the two reasons, to be said in the reader's language.
    reasons: Mapped[list[str]] = mapped_column(default_factory=list, info=ANSWERS)
    is_unsure: Mapped[bool] = mapped_column(default=False, info=ANSWERS)
