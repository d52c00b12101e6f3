"""The page with which a programme looks for people."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.words import Language
from matcher.programmes.models import Programme

APPEAL = about(Audience.PUBLIC, "tells whom a programme looks for", Keep.PROGRAMME)


class Appeal(Base):
    """What is said on it, in both languages; it is public once a coordinator made it so."""

    __tablename__ = "appeal"

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, unique=True, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    text_en: Mapped[str] = mapped_column(info=APPEAL)
    text_nl: Mapped[str] = mapped_column(info=APPEAL)
    changed_at: Mapped[datetime] = mapped_column(info=APPEAL)
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    public_since: Mapped[datetime | None] = mapped_column(default=None, info=APPEAL)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}

    def text(self, language: Language) -> str:
        return self.text_nl if language == Language.NL else self.text_en
