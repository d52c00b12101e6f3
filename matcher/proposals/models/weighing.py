"""Two people a coordinator wonders about, and two she does not want brought together."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.programmes.models import Enrolment
from matcher.proposals.models.run import MatchRun

WEIGHED = about(Audience.COORDINATOR, "lets a coordinator weigh a pair", Keep.PROGRAMME)
RULED_OUT = about(Audience.COORDINATOR, "keeps two people apart", Keep.PROGRAMME)


class Weighing(Base):
    """What a pair would be, and what it would cost the whole of a run. Worked out when asked."""

    __tablename__ = "weighing"
    __table_args__ = (UniqueConstraint("run_id", "mentee_enrolment_id", "mentor_enrolment_id"),)

    run_id: Mapped[UUID] = mapped_column(
        ForeignKey("match_run.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentee_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentor_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    run: Mapped[MatchRun] = relationship()
    mentee_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentee_enrolment_id)
    mentor_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentor_enrolment_id)
    asked_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    asked_at: Mapped[datetime] = mapped_column(info=WEIGHED)
    finished_at: Mapped[datetime | None] = mapped_column(default=None, info=WEIGHED)
    # {"affinity", "why": {…}, "objections": [codes], "cost": {…} or nothing}; {"failed": sentence}
    outcome: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=WEIGHED)

    @property
    def people_named(self) -> set[UUID]:
        """The enrolments of whom the effect on the whole speaks."""
        moves = self.outcome.get("moves", {})
        sides = (ids for pair in moves.values() for ids in pair)
        return {UUID(each) for each in (*moves, *(person for ids in sides for person in ids))}


class ForbiddenPair(Base):
    """Two people whom no later run may bring together, and why. Lifting it takes the row away."""

    __tablename__ = "forbidden_pair"
    __table_args__ = (
        UniqueConstraint("mentee_enrolment_id", "mentor_enrolment_id"),
        Index(None, "programme_id"),
    )

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    mentee_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentor_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentee_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentee_enrolment_id)
    mentor_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentor_enrolment_id)
    reason: Mapped[str] = mapped_column(info=RULED_OUT)  # a code of REJECT_REASONS
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), info=LINK
    )
    since: Mapped[datetime] = mapped_column(info=RULED_OUT)
    words_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=RULED_OUT)

    words = SealedText("words_sealed")
