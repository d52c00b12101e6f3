"""How somebody is, in their own words: theirs alone until they share it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson, SealedText
from matcher.pairings.models.pairing import Pairing

OWN = about(Audience.OWN, "gives room to how somebody is", Keep.PAIRING)
PAIR = about(Audience.PAIR, "answers what somebody shared", Keep.PAIRING)


class OwnEntry(Base):
    """Written by the mentee. Each entry is shared, or taken back, by itself."""

    __tablename__ = "own_entry"
    __table_args__ = (Index(None, "pairing_id", "written_at"),)

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    pairing: Mapped[Pairing] = relationship()
    written_at: Mapped[datetime] = mapped_column(info=OWN)
    with_mentor: Mapped[bool] = mapped_column(default=False, info=OWN)
    with_coordinator: Mapped[bool] = mapped_column(default=False, info=OWN)
    content_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=OWN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)
    replies: Mapped[list["EntryReply"]] = relationship(
        init=False,
        back_populates="entry",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="EntryReply.sent_at, EntryReply.id",
    )

    content = SealedJson("content_sealed")  # {"mood": 1 … 5 | None, "words": ["tired"], "text": ""}

    __mapper_args__ = {"version_id_col": version}


class ReplyKind(StrEnum):
    """Receive first: one of these three comes before words of one's own."""

    THANKS = "thanks"
    MORE = "more"
    TALK = "talk"
    WORDS = "words"


class EntryReply(Base):
    """What the mentor answers to an entry that was shared with them."""

    __tablename__ = "entry_reply"
    __table_args__ = (Index(None, "entry_id", "sent_at"),)

    entry_id: Mapped[UUID] = mapped_column(
        ForeignKey("own_entry.id", ondelete="CASCADE"), init=False, info=LINK
    )
    entry: Mapped[OwnEntry] = relationship(back_populates="replies")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    sent_at: Mapped[datetime] = mapped_column(info=PAIR)
    kind: Mapped[ReplyKind] = mapped_column(info=PAIR)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=PAIR)

    text = SealedText("text_sealed")
