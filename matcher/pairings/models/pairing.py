"""A mentor and a mentee who agreed to work together."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme

PAIR = about(Audience.PAIR, "serves the two people", Keep.PAIRING)
LOOKED_AFTER = about(Audience.COORDINATOR, "looks after the pairing", Keep.PAIRING)


class PairingState(StrEnum):
    """beginning → active ⇄ paused → closing → closed."""

    BEGINNING = "beginning"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSING = "closing"
    CLOSED = "closed"


class Pairing(Base):
    """Two enrolments side by side. Each takes a numbered place, so no one is promised twice.

    A place is empty (None) once the pairing is closed, which frees its number for another.
    """

    __tablename__ = "pairing"
    __table_args__ = (
        UniqueConstraint("mentor_enrolment_id", "mentor_place"),
        UniqueConstraint("mentee_enrolment_id", "mentee_place"),
        CheckConstraint("mentor_enrolment_id <> mentee_enrolment_id", "two_people"),
        CheckConstraint("mentor_member_id <> mentee_member_id", "two_members"),
        CheckConstraint("rhythm_days BETWEEN 1 AND 92", "rhythm_days"),
        Index(None, "programme_id", "state"),
        Index(None, "mentor_member_id"),
        Index(None, "mentee_member_id"),
    )

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentor_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentee_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentor_member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentee_member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    mentor_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentor_enrolment_id)
    mentee_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentee_enrolment_id)
    mentor: Mapped[Member] = relationship(foreign_keys=mentor_member_id)
    mentee: Mapped[Member] = relationship(foreign_keys=mentee_member_id)
    since: Mapped[date] = mapped_column(info=PAIR)
    planned_days: Mapped[int] = mapped_column(info=PAIR)
    mentor_place: Mapped[int | None] = mapped_column(info=STATE)
    mentee_place: Mapped[int | None] = mapped_column(info=STATE)
    rhythm_days: Mapped[int] = mapped_column(default=14, info=PAIR)
    state: Mapped[PairingState] = mapped_column(default=PairingState.BEGINNING, info=PAIR)
    paused_until: Mapped[date | None] = mapped_column(default=None, info=PAIR)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=PAIR)
    close_reason: Mapped[str | None] = mapped_column(default=None, info=LOOKED_AFTER)
    first_met_on: Mapped[date | None] = mapped_column(default=None, info=PAIR)
    last_met_on: Mapped[date | None] = mapped_column(default=None, info=PAIR)
    note_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=LOOKED_AFTER)
    changed_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    note = SealedText("note_sealed")  # the coordinators' own; no member sees it

    __mapper_args__ = {"version_id_col": version}

    def side_of(self, member: Member) -> Side | None:
        if member.id == self.mentor_member_id:
            return Side.MENTOR
        return Side.MENTEE if member.id == self.mentee_member_id else None

    def member_on(self, side: Side) -> Member:
        return self.mentor if side == Side.MENTOR else self.mentee

    def enrolment_on(self, side: Side) -> Enrolment:
        return self.mentor_enrolment if side == Side.MENTOR else self.mentee_enrolment

    @property
    def planned_end(self) -> date:
        """The day on which the planned time is over, counted from the first meeting."""
        return (self.first_met_on or self.since) + timedelta(days=self.planned_days)

    @property
    def is_open(self) -> bool:
        return self.state != PairingState.CLOSED
