"""Which coordinator looks after a pairing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.members.models import Member
from matcher.pairings.models.pairing import Pairing

KEEPING = about(Audience.COORDINATOR, "says who looks after a pairing", Keep.PAIRING)


class Keeper(Base):
    """Without a row it is the contact person of the programme. Handing over changes the row."""

    __tablename__ = "keeper"

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, unique=True, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    member: Mapped[Member] = relationship()
    since: Mapped[datetime] = mapped_column(info=KEEPING)
