"""The pulse, a concern, and the signals that bring a coordinator in."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson, SealedText
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing

ANSWERS = about(Audience.COORDINATOR, "notices in time when a pairing needs help", Keep.PAIRING)
CONCERN = about(Audience.SAFEGUARDING, "lets somebody ask for help in confidence", Keep.PAIRING)


class CheckInKind(StrEnum):
    PULSE = "pulse"
    MIDPOINT = "midpoint"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"


class CheckInState(StrEnum):
    """planned → open → answered, or closed without an answer, which is no debt."""

    PLANNED = "planned"
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class CheckIn(Base):
    """Questions to one side of a pairing, in one period. Answers are sealed."""

    __tablename__ = "check_in"
    __table_args__ = (
        UniqueConstraint("pairing_id", "side", "kind", "period"),
        Index(None, "state", "opens_on"),
        Index(None, "member_id", "state"),
    )

    pairing_id: Mapped[UUID] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing: Mapped[Pairing] = relationship()
    member: Mapped[Member] = relationship(foreign_keys=member_id)
    side: Mapped[Side] = mapped_column(info=STATE)
    # Counts periods from the first held meeting: 0 is day 7, then weeks 4, 8, 12 …
    period: Mapped[int] = mapped_column(info=STATE)
    opens_on: Mapped[date] = mapped_column(info=ANSWERS)
    closes_on: Mapped[date] = mapped_column(info=ANSWERS)
    kind: Mapped[CheckInKind] = mapped_column(default=CheckInKind.PULSE, info=ANSWERS)
    state: Mapped[CheckInState] = mapped_column(default=CheckInState.PLANNED, info=ANSWERS)
    # The keys of the questions, fixed when it opens ("listen.A").
    asked: Mapped[list[str]] = mapped_column(default_factory=list, info=ANSWERS)
    opened_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    answered_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    # A coordinator wrote the answers down for somebody, and why.
    entered_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    entered_why: Mapped[str] = mapped_column(default="", info=ANSWERS)
    answers_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ANSWERS)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    # {"bond": 4, "safe.A": 5, …, "mood": 3, "share_mood": false, "advice": "…", "show_advice": …}
    answers = SealedJson("answers_sealed")

    __mapper_args__ = {"version_id_col": version}


class ConcernAbout(StrEnum):
    PARTNER = "partner"
    COORDINATOR = "coordinator"
    ELSE = "else"


class Concern(Base):
    """Something told in confidence to one named person. The partner never learns of it."""

    __tablename__ = "concern"
    __table_args__ = (Index(None, "programme_id", "handled_at"),)

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    from_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), info=LINK)
    about: Mapped[ConcernAbout] = mapped_column(info=CONCERN)
    sent_at: Mapped[datetime] = mapped_column(info=CONCERN)
    pairing_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("pairing.id", ondelete="SET NULL"), default=None, info=LINK
    )
    reach_by: Mapped[str] = mapped_column(default="", info=CONCERN)
    text_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CONCERN)
    handled_at: Mapped[datetime | None] = mapped_column(default=None, info=CONCERN)
    outcome_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=CONCERN)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    text = SealedText("text_sealed")
    outcome = SealedText("outcome_sealed")

    __mapper_args__ = {"version_id_col": version}


class Signal(Base):
    """A named reason why a coordinator should look (W0–W11). It holds no answers."""

    __tablename__ = "signal"
    __table_args__ = (
        UniqueConstraint("code", "cause_id"),
        Index(None, "programme_id", "handled_at", "deadline"),
        Index(None, "pairing_id"),
    )

    code: Mapped[str] = mapped_column(info=ANSWERS)
    # What made it: a check-in, a concern, a meeting; the same cause never signals twice.
    cause_id: Mapped[UUID] = mapped_column(info=LINK)
    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), info=LINK
    )
    raised_at: Mapped[datetime] = mapped_column(info=ANSWERS)
    deadline: Mapped[date] = mapped_column(info=ANSWERS)
    pairing_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("pairing.id", ondelete="CASCADE"), default=None, info=LINK
    )
    member_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), default=None, info=LINK
    )
    for_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    handled_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    handled_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    was_useful: Mapped[bool | None] = mapped_column(default=None, info=ANSWERS)
    told_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ANSWERS)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    told = SealedText("told_sealed")  # what the person who signalled was told

    __mapper_args__ = {"version_id_col": version}
