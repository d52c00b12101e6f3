"""Who opened which page of the space: once for each person, page and day."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.members.models import Member

READ = about(Audience.PAIR, "shows two people who read what they shared", Keep.PAIRING)


class LeafOpened(Base):
    """Both of a pair see this, and nobody else. It is never counted, and never a signal."""

    __tablename__ = "leaf_opened"
    __table_args__ = (UniqueConstraint("pairing_id", "leaf", "member_id", "day"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    leaf: Mapped[str] = mapped_column(info=READ)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    member: Mapped[Member] = relationship(init=False)
    day: Mapped[date] = mapped_column(info=READ)
    opened_at: Mapped[datetime] = mapped_column(info=READ)
