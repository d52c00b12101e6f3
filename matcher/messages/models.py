"""Mails as rows, written in the same transaction as their cause."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson
from matcher.foundation.words import Language

POST = about(Audience.OWN, "delivers a mail and shows what was sent", Keep.SHORT)
WISH = about(Audience.OWN, "sends no mail that somebody does not want", Keep.ACCOUNT)


class Delivery(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"  # the process died between handing over and noting it
    FAILED = "failed"
    RETURNED = "returned"  # a server took it, and sent it back later


class Guarantee(StrEnum):
    """What to do about `unknown`: leave it, or send again under the same Message-ID."""

    AT_MOST_ONCE = "at_most_once"
    MUST_ARRIVE = "must_arrive"


class Budget(StrEnum):
    """How a mail counts towards the one programme message a week."""

    ESSENTIAL = "essential"
    PULSE = "pulse"
    GUIDANCE = "guidance"


class Mail(Base):
    """One mail to one address. Its letter is said in the reader's language when it is sent."""

    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id", "period", "address"),
        Index(None, "delivery", "due_at"),
        Index(None, "member_id", "created_at"),
        CheckConstraint("attempts >= 0", "attempts"),
    )

    kind: Mapped[str] = mapped_column(info=POST)
    subject_id: Mapped[UUID] = mapped_column(info=LINK)
    period: Mapped[str] = mapped_column(info=STATE)
    member_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), info=LINK
    )
    address: Mapped[str] = mapped_column(info=POST)
    language: Mapped[Language] = mapped_column(info=POST)
    created_at: Mapped[datetime] = mapped_column(info=POST)
    due_at: Mapped[datetime] = mapped_column(info=STATE)
    letter_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=POST)
    budget: Mapped[Budget] = mapped_column(default=Budget.ESSENTIAL, info=STATE)
    guarantee: Mapped[Guarantee] = mapped_column(default=Guarantee.MUST_ARRIVE, info=STATE)
    delivery: Mapped[Delivery] = mapped_column(default=Delivery.QUEUED, info=STATE)
    attempts: Mapped[int] = mapped_column(default=0, info=STATE)
    lease_until: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    fence: Mapped[int] = mapped_column(default=0, info=STATE)
    sent_at: Mapped[datetime | None] = mapped_column(default=None, info=POST)
    error: Mapped[str | None] = mapped_column(default=None, info=STATE)

    letter = SealedJson("letter_sealed")


class MailStop(Base):
    """A member wants no more mails of one sort. Essential mails cannot be stopped."""

    __tablename__ = "mail_stop"
    __table_args__ = (UniqueConstraint("member_id", "budget"),)

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    budget: Mapped[Budget] = mapped_column(info=WISH)
    since: Mapped[datetime] = mapped_column(info=WISH)
