"""Who talked most in a meeting, as each of the two saw it for themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson
from matcher.pairings.models.meeting import Meeting

OWN = about(Audience.OWN, "lets somebody look back on their own listening", Keep.PAIRING)


class TalkBalance(Base):
    """Only whoever answered ever sees it. Nothing is recorded but this one number."""

    __tablename__ = "talk_balance"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    meeting: Mapped[Meeting] = relationship()
    answered_at: Mapped[datetime] = mapped_column(info=OWN)
    share_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OWN)

    share = SealedJson("share_sealed")  # {"mine": 0 the other all the time … 100 I all the time}
