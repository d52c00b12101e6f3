"""A hard stretch between two, as one of them noticed it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base

NOTICED = about(Audience.COORDINATOR, "helps two people over a hard stretch", Keep.PAIRING)


class Wish(StrEnum):
    """What the one who noticed it would like to do."""

    MYSELF = "myself"
    TOGETHER = "together"
    LATER = "later"


class Ended(StrEnum):
    QUIET = "quiet"  # two check-ins without a trigger
    REPAIRED = "repaired"  # a coordinator says so


class Rupture(Base):
    """Known to who noticed it and to coordinators; to the other only once `shared_at` is set."""

    __tablename__ = "rupture"
    __table_args__ = (UniqueConstraint("cause_id"), Index(None, "pairing_id", "ended_at"))

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    cause_id: Mapped[UUID] = mapped_column(info=LINK)
    began_at: Mapped[datetime] = mapped_column(info=NOTICED)
    wish: Mapped[Wish | None] = mapped_column(default=None, info=NOTICED)
    wished_at: Mapped[datetime | None] = mapped_column(default=None, info=NOTICED)
    # The other side gets a card as well: the one who noticed it agreed, or a coordinator decided.
    shared_at: Mapped[datetime | None] = mapped_column(default=None, info=NOTICED)
    shared_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    ended_at: Mapped[datetime | None] = mapped_column(default=None, info=NOTICED)
    ended: Mapped[Ended | None] = mapped_column(default=None, info=NOTICED)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
