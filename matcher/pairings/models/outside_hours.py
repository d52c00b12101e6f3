"""That somebody was reached outside the hours that the two agreed on."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base

HOURS = about(Audience.COORDINATOR, "notices when agreed hours are not kept", Keep.PAIRING)


class OutsideHours(Base):
    """Said by one of the two, once a day at most. The other one never learns of it."""

    __tablename__ = "outside_hours"
    __table_args__ = (UniqueConstraint("pairing_id", "member_id", "day"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    day: Mapped[date] = mapped_column(info=HOURS)
