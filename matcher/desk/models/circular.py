"""A mail that a coordinator wrote to many people at once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.foundation.words import Language

CIRCULAR = about(Audience.COORDINATOR, "tells what was written to whom", Keep.PROGRAMME)


class Circular(Base):
    """What it says in both languages, for whom it was meant, and whom it could not reach."""

    __tablename__ = "circular"
    __table_args__ = (Index(None, "programme_id", "sent_at"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    sent_at: Mapped[datetime] = mapped_column(info=CIRCULAR)
    meant_for: Mapped[int] = mapped_column(info=CIRCULAR)
    # Whom it did not reach, and why: {"<enrolment>": "no_address", …}
    left_out: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=CIRCULAR)
    subject_en_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CIRCULAR)
    subject_nl_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CIRCULAR)
    text_en_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CIRCULAR)
    text_nl_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CIRCULAR)

    subject_en = SealedText("subject_en_sealed")
    subject_nl = SealedText("subject_nl_sealed")
    text_en = SealedText("text_en_sealed")
    text_nl = SealedText("text_nl_sealed")

    def subject(self, language: Language) -> str:
        return (self.subject_nl if language == Language.NL else self.subject_en) or ""

    def text(self, language: Language) -> str:
        return (self.text_nl if language == Language.NL else self.text_en) or ""
