"""What a programme says in its mails about proposals, in its own words."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.words import Language
from matcher.guidance.tips import Side

WORDING = about(Audience.COORDINATOR, "says it in the programme's own words", Keep.PROGRAMME)


class LetterKind(StrEnum):
    OFFERED = "offered"
    REMINDED = "reminded"


class LetterText(Base):
    """One mail in one language for one side. Without a row, our own words are used."""

    __tablename__ = "letter_text"
    __table_args__ = (UniqueConstraint("programme_id", "kind", "side", "language"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    kind: Mapped[LetterKind] = mapped_column(info=WORDING)
    side: Mapped[Side] = mapped_column(info=WORDING)
    language: Mapped[Language] = mapped_column(info=WORDING)
    subject: Mapped[str] = mapped_column(info=WORDING)
    body: Mapped[str] = mapped_column(info=WORDING)
    changed_at: Mapped[datetime] = mapped_column(info=WORDING)
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}
