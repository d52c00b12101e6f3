"""A calendar that a coordinator's own calendar program asks for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.members.models import Member
from matcher.programmes.models import Programme

FEED = about(Audience.OWN, "brings what is due into a coordinator's calendar", Keep.PROGRAMME)
SECRET = about(Audience.SECRET, "opens a calendar", Keep.PROGRAMME)


class CalendarFeed(Base):
    """One secret address for one coordinator of one programme. Ending it takes the row away."""

    __tablename__ = "calendar_feed"
    __table_args__ = (UniqueConstraint("programme_id", "member_id"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    member: Mapped[Member] = relationship()
    fingerprint: Mapped[str] = mapped_column(unique=True, info=SECRET)
    made_at: Mapped[datetime] = mapped_column(info=FEED)
