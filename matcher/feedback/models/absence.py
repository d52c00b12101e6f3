"""When somebody who looks after a programme is away."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.feedback.models.purposes import AWAY
from matcher.foundation.columns import LINK
from matcher.foundation.database import Base


class Absence(Base):
    """From one day until another, both included, the stand-in hears what cannot wait."""

    __tablename__ = "absence"
    __table_args__ = (
        Index(None, "programme_id", "last_day"),
        CheckConstraint("first_day <= last_day", "in_order"),
    )

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    first_day: Mapped[date] = mapped_column(info=AWAY)
    last_day: Mapped[date] = mapped_column(info=AWAY)
