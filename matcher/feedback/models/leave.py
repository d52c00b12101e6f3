"""Whether a mentee lets their answers choose tips for their mentor: a standing choice."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base

OWN = about(Audience.OWN, "remembers what somebody allowed", Keep.PAIRING)


class Leave(Base):
    """There is a row once it was asked. It holds until it is changed; the mentor never sees it."""

    __tablename__ = "answer_leave"
    __table_args__ = (UniqueConstraint("pairing_id", "member_id"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=LINK
    )
    allows: Mapped[bool] = mapped_column(info=OWN)
    since: Mapped[datetime] = mapped_column(info=OWN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
