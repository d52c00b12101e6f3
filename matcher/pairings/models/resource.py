"""Where help is to be found: a programme's library, and what a mentor shows to a mentee of it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.foundation.words import Language
from matcher.members.models import Member
from matcher.pairings.models.pairing import Pairing
from matcher.programmes.models import Programme

LISTED = about(Audience.PAIR, "shows where help is to be found", Keep.PROGRAMME)
WHY = about(Audience.COORDINATOR, "keeps the library of use to people", Keep.PAIRING)
SHOWN = about(Audience.PAIR, "brings somebody to the help they need", Keep.PAIRING)


class Resource(Base):
    """An entry of the library. Both languages are optional; one of the two names is there."""

    __tablename__ = "resource"
    __table_args__ = (Index(None, "programme_id", "retired_at"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    made_at: Mapped[datetime] = mapped_column(info=LISTED)
    checked_on: Mapped[date] = mapped_column(info=LISTED)
    checked_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    name_en: Mapped[str] = mapped_column(default="", info=LISTED)
    name_nl: Mapped[str] = mapped_column(default="", info=LISTED)
    for_whom_en: Mapped[str] = mapped_column(default="", info=LISTED)
    for_whom_nl: Mapped[str] = mapped_column(default="", info=LISTED)
    cost_en: Mapped[str] = mapped_column(default="", info=LISTED)
    cost_nl: Mapped[str] = mapped_column(default="", info=LISTED)
    reach_en: Mapped[str] = mapped_column(default="", info=LISTED)
    reach_nl: Mapped[str] = mapped_column(default="", info=LISTED)
    spoken: Mapped[str] = mapped_column(default="", info=LISTED)  # the languages spoken there
    link: Mapped[str] = mapped_column(default="", info=LISTED)
    retired_at: Mapped[datetime | None] = mapped_column(default=None, info=LISTED)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}

    def said(self, name: str, language: Language) -> str:
        """Return a text in this language, or in the other one where that is all there is."""
        here = str(getattr(self, f"{name}_{language}"))
        other = Language.EN if language == Language.NL else Language.NL
        return here or str(getattr(self, f"{name}_{other}"))


class Tried(StrEnum):
    """What came of it, in one tap."""

    NOT_YET = "not_yet"
    TRIED = "tried"
    HELPED = "helped"
    NOT_FOR_ME = "not_for_me"


class ResourceShown(Base):
    """Ask, share, ask: what is known already, one thing, what does one make of it.

    An introduction is mailed to the mentee after they approved its words, and to nobody else.
    """

    __tablename__ = "resource_shown"
    __table_args__ = (Index(None, "pairing_id", "asked_at"), Index(None, "resource_id"))

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    resource_id: Mapped[UUID] = mapped_column(
        ForeignKey("resource.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    resource: Mapped[Resource] = relationship()
    asked_at: Mapped[datetime] = mapped_column(info=SHOWN)
    known_at: Mapped[datetime | None] = mapped_column(default=None, info=SHOWN)
    shared_at: Mapped[datetime | None] = mapped_column(default=None, info=SHOWN)
    reacted_at: Mapped[datetime | None] = mapped_column(default=None, info=SHOWN)
    tried: Mapped[Tried | None] = mapped_column(default=None, info=SHOWN)
    tried_at: Mapped[datetime | None] = mapped_column(default=None, info=SHOWN)
    introduced_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    introduced_by: Mapped[Member | None] = relationship(
        init=False, viewonly=True, foreign_keys=introduced_by_id
    )
    introduced_at: Mapped[datetime | None] = mapped_column(default=None, info=SHOWN)
    approved_at: Mapped[datetime | None] = mapped_column(default=None, info=SHOWN)
    known_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=SHOWN)
    shared_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=SHOWN)
    reaction_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=SHOWN)
    why_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=WHY)
    introduction_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=SHOWN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    known = SealedText("known_sealed")
    shared = SealedText("shared_sealed")
    reaction = SealedText("reaction_sealed")
    why = SealedText("why_sealed")  # why it was not for them; whoever keeps the library reads it
    introduction = SealedText("introduction_sealed")

    __mapper_args__ = {"version_id_col": version}
