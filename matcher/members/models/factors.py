"""What a member shows beside their password: codes of an app, and codes for when it is gone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.members.models.people import OWN, SAFETY, SECRET, Member


class Authenticator(Base):
    """An app that shows a new code every half minute (TOTP, RFC 6238)."""

    __tablename__ = "authenticator"

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, unique=True, info=LINK
    )
    member: Mapped[Member] = relationship()
    made_at: Mapped[datetime] = mapped_column(info=OWN)
    # What the app and we both know. Without its key a copy of the database makes no codes.
    secret_sealed: Mapped[bytes | None] = mapped_column(default=None, init=False, info=SECRET)
    secret = SealedText("secret_sealed")
    # Until a first code has shown that the app works, it is asked for nothing.
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)
    # The half minute of the newest code that was taken: neither it nor an older one is again.
    last_step: Mapped[int | None] = mapped_column(default=None, info=STATE)


class RecoveryCode(Base):
    """A code on paper that works once, in place of the app. Only its hash is kept."""

    __tablename__ = "recovery_code"
    __table_args__ = (UniqueConstraint("member_id", "number"),)

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member: Mapped[Member] = relationship()
    # Which of the ten it is: so that one slow hash is compared, not ten.
    number: Mapped[int] = mapped_column(info=STATE)
    code_hash: Mapped[str] = mapped_column(info=SECRET)
    made_at: Mapped[datetime] = mapped_column(info=OWN)
    used_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)


class SecondStep(Base):
    """Somebody has shown the first thing, and not yet the second. Its cookie opens nothing else.

    A table of its own: no page that looks for a sign-in can ever find a half one.
    """

    __tablename__ = "second_step"

    fingerprint: Mapped[str] = mapped_column(unique=True, info=SECRET)
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    member: Mapped[Member] = relationship()
    began_at: Mapped[datetime] = mapped_column(info=SAFETY)
    until: Mapped[datetime] = mapped_column(info=SAFETY)
    epoch: Mapped[int] = mapped_column(info=STATE)
    browser: Mapped[str] = mapped_column(default="", info=SAFETY)
    level: Mapped[str] = mapped_column(default="password", info=SAFETY)
