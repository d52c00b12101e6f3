"""Passkeys: keys that a phone, a laptop or a stick keeps, and that open only this site."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base
from matcher.members.models.people import OWN, SAFETY, SECRET, Member


class Passkey(Base):
    """The half of a passkey that we keep. It proves who somebody is, and can sign nobody in."""

    __tablename__ = "passkey"

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    member: Mapped[Member] = relationship()
    # What its owner calls it: such as "My phone".
    name: Mapped[str] = mapped_column(info=OWN)
    # What the device calls it. Both as the web writes bytes, in base64url.
    credential: Mapped[str] = mapped_column(unique=True, info=SECRET)
    public_key: Mapped[str] = mapped_column(info=SECRET)
    made_at: Mapped[datetime] = mapped_column(info=OWN)
    # How often the device says it was used. Many say 0 always; those that count never go back.
    times_used: Mapped[int] = mapped_column(BigInteger, default=0, info=STATE)
    # How a device may be reached (such as "internal usb"): it spares people a question.
    reached_by: Mapped[str] = mapped_column(default="", info=STATE)
    used_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)


class PasskeyFor(StrEnum):
    """What a passkey was asked for."""

    ADDING = "adding"
    SIGNING_IN = "signing_in"
    SECOND_STEP = "second_step"
    PROVING = "proving"


class PasskeyQuestion(Base):
    """What we asked a device to sign: once, for one purpose, in one browser, for a few minutes."""

    __tablename__ = "passkey_question"

    # Of what the browser keeps in its cookie: an answer counts only where it was asked for.
    browser: Mapped[str] = mapped_column(unique=True, info=SECRET)
    asked_for: Mapped[PasskeyFor] = mapped_column(info=STATE)
    challenge: Mapped[str] = mapped_column(info=SECRET)
    asked_at: Mapped[datetime] = mapped_column(info=SAFETY)
    until: Mapped[datetime] = mapped_column(info=SAFETY)
    # The counted try that it is: marked once it succeeds.
    attempt_id: Mapped[UUID | None] = mapped_column(default=None, info=LINK)
