"""A check-in: questions to one side of a pairing, in one period."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.feedback.models.purposes import ANSWERS
from matcher.foundation.columns import LINK, STATE
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedJson
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing


class CheckInKind(StrEnum):
    PULSE = "pulse"
    MIDPOINT = "midpoint"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"
    # One question, asked again after a meeting of whoever did not know yet whether it fits.
    FIT = "fit"


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
    # When the advice of both, as far as they show it, was opened to each other.
    revealed_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    answers_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ANSWERS)
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    # {"bond": 4, "safe.A": 5, …, "mood": 3, "share_mood": false, "advice": "…", "show_advice": …}
    answers = SealedJson("answers_sealed")

    __mapper_args__ = {"version_id_col": version}
