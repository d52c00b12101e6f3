"""Browsers in which a member has signed in before: another one is worth a mail to them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK
from matcher.foundation.database import Base
from matcher.members.models.people import OWN, SECRET, Member


class KnownBrowser(Base):
    """A browser, by a keyed hash of the random mark in its cookie. It opens nothing by itself.

    The hash is made with the member too: who shares a device with whom cannot be seen from here.
    """

    __tablename__ = "known_browser"
    __table_args__ = (UniqueConstraint("member_id", "mark"),)

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member: Mapped[Member] = relationship()
    mark: Mapped[str] = mapped_column(info=SECRET)
    first_at: Mapped[datetime] = mapped_column(info=OWN)
    # When somebody last signed in with it: after a year without, it is unknown again.
    last_at: Mapped[datetime] = mapped_column(info=OWN)
