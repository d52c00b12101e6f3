"""Which tips somebody would rather not see, and which style of card helps in a programme."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.guidance.tips import Tip

OWN = about(Audience.OWN, "leaves out what somebody does not want", Keep.PAIRING)
TALLY = about(Audience.COORDINATOR, "learns which style of card helps", Keep.PROGRAMME)


class TipMute(Base):
    """A tip that one person of a pairing does not want for now."""

    __tablename__ = "tip_mute"
    __table_args__ = (UniqueConstraint("pairing_id", "member_id", "tip"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), index=True, info=LINK
    )
    tip: Mapped[Tip] = mapped_column(info=OWN)
    since: Mapped[datetime] = mapped_column(info=OWN)


class StyleTally(Base):
    """Sums over a programme's answers to “was this useful?”, made in Python by a nightly job."""

    __tablename__ = "style_tally"
    __table_args__ = (UniqueConstraint("programme_id"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    counted_at: Mapped[datetime] = mapped_column(info=TALLY)
    answered: Mapped[int] = mapped_column(info=TALLY)
    # {"example": [useful, not useful], …}: newer answers weigh more.
    styles: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=TALLY)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
