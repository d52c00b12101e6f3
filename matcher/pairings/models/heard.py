"""What a mentor heard, said back and made right: the memory of the two."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.pairings.models.meeting import Meeting

PAIR = about(Audience.PAIR, "lets the two come back to what was said", Keep.PAIRING)


class HeardLine(Base):
    """One or two lines after a meeting. Only what the mentee made right is kept as memory."""

    __tablename__ = "heard_line"

    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), unique=True, init=False, info=LINK
    )
    meeting: Mapped[Meeting] = relationship(back_populates="heard")
    written_at: Mapped[datetime] = mapped_column(info=PAIR)
    said_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)
    kept_at: Mapped[datetime | None] = mapped_column(default=None, info=PAIR)
    is_corrected: Mapped[bool] = mapped_column(default=False, info=PAIR)
    kept_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    said = SealedText("said_sealed")  # as the mentor wrote it
    kept = SealedText("kept_sealed")  # as the mentee made it right

    __mapper_args__ = {"version_id_col": version}
