"""One round of mentoring with its dates, languages, criteria, rules, cadence and texts."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.words import Language
from matcher.members.models import Member

TEXT = about(Audience.PUBLIC, "tells what the programme is", Keep.PROGRAMME)
RULE = about(Audience.COORDINATOR, "settles how the programme works", Keep.PROGRAMME)


class ProgrammeState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Level(StrEnum):
    """How much a criterion counts, in plain words."""

    DECISIVE = "decisive"
    HIGH = "high"
    SOME = "some"
    OFF = "off"


class Objective(StrEnum):
    COVERAGE = "coverage"
    QUALITY = "quality"
    FAIR = "fair"


class Programme(Base):
    """Texts stand in both languages. `address` is the name in its public web address."""

    __tablename__ = "programme"
    __table_args__ = (
        CheckConstraint("planned_days BETWEEN 14 AND 1096", "planned_days"),
        CheckConstraint("cadence_weeks BETWEEN 2 AND 6", "cadence_weeks"),
        CheckConstraint("answer_days BETWEEN 1 AND 60", "answer_days"),
    )

    address: Mapped[str] = mapped_column(unique=True, info=TEXT)
    name_en: Mapped[str] = mapped_column(info=TEXT)
    name_nl: Mapped[str] = mapped_column(info=TEXT)
    created_at: Mapped[datetime] = mapped_column(info=RULE)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), init=False, info=LINK)
    contact: Mapped[Member] = relationship(foreign_keys=contact_id)
    about_en: Mapped[str] = mapped_column(default="", info=TEXT)
    about_nl: Mapped[str] = mapped_column(default="", info=TEXT)
    for_whom_en: Mapped[str] = mapped_column(default="", info=TEXT)
    for_whom_nl: Mapped[str] = mapped_column(default="", info=TEXT)
    state: Mapped[ProgrammeState] = mapped_column(default=ProgrammeState.DRAFT, info=TEXT)
    sign_up_until: Mapped[date | None] = mapped_column(default=None, info=TEXT)
    starts_on: Mapped[date | None] = mapped_column(default=None, info=TEXT)
    planned_days: Mapped[int] = mapped_column(default=182, info=TEXT)
    zone: Mapped[str] = mapped_column(default="Europe/Amsterdam", info=RULE)
    topics: Mapped[list[str]] = mapped_column(default_factory=list, info=TEXT)
    languages: Mapped[list[str]] = mapped_column(default_factory=list, info=TEXT)
    modes: Mapped[list[str]] = mapped_column(default_factory=list, info=TEXT)
    # {"topics": "decisive", …}: a Level for each criterion.
    criteria: Mapped[dict[str, str]] = mapped_column(default_factory=dict, info=RULE)
    # Codes of the hard rules that are on.
    rules: Mapped[list[str]] = mapped_column(default_factory=list, info=RULE)
    objective: Mapped[Objective] = mapped_column(default=Objective.COVERAGE, info=RULE)
    floor: Mapped[float] = mapped_column(default=0.0, info=RULE)
    cadence_weeks: Mapped[int] = mapped_column(default=4, info=RULE)
    rhythm_days: Mapped[int] = mapped_column(default=14, info=RULE)
    answer_days: Mapped[int] = mapped_column(default=10, info=RULE)
    # What a person must have shown before they are matchable: [{"item", "side", "months"}].
    admission: Mapped[list[dict[str, Any]]] = mapped_column(default_factory=list, info=RULE)
    consent_en: Mapped[str] = mapped_column(default="", info=TEXT)
    consent_nl: Mapped[str] = mapped_column(default="", info=TEXT)
    consent_version: Mapped[int] = mapped_column(default=1, info=TEXT)
    contact_phone: Mapped[str] = mapped_column(default="", info=TEXT)
    stand_in_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id"), init=False, default=None, info=LINK
    )
    stand_in: Mapped[Member | None] = relationship(foreign_keys=stand_in_id, default=None)
    emergency_phone: Mapped[str] = mapped_column(default="112", info=TEXT)
    crisis_line: Mapped[str] = mapped_column(default="113", info=TEXT)
    # The run whose result is shown. Flipping this pointer publishes a run at once or not at all.
    current_run_id: Mapped[UUID | None] = mapped_column(default=None, info=LINK)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    __mapper_args__ = {"version_id_col": version}

    def name(self, language: Language) -> str:
        return self.name_nl if language == Language.NL else self.name_en

    def about(self, language: Language) -> str:
        return self.about_nl if language == Language.NL else self.about_en

    def for_whom(self, language: Language) -> str:
        return self.for_whom_nl if language == Language.NL else self.for_whom_en

    def consent(self, language: Language) -> str:
        return self.consent_nl if language == Language.NL else self.consent_en
