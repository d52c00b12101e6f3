"""What a large programme's people ask and offer, as it was counted at one moment."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base

COUNTED = about(Audience.COORDINATOR, "says what there is too little of", Keep.PROGRAMME)


class Supply(Base):
    """One row for a programme with too many people to count anew each time somebody looks."""

    __tablename__ = "supply"

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), unique=True, info=LINK
    )
    counted_at: Mapped[datetime] = mapped_column(info=COUNTED)
    # Of what it was counted: it is counted again once this is another.
    mark: Mapped[str] = mapped_column(info=STATE)
    people: Mapped[int] = mapped_column(default=0, info=COUNTED)
    # As `services/counting.py` makes them. People stand in it by their ids only.
    figures: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=COUNTED)
