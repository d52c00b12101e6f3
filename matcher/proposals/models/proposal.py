"""A mentor suggested to a mentee. It becomes a pairing once both say yes."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.sealed import SealedText
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models.gist import as_told, told_by
from matcher.proposals.models.run import MatchRun

REVIEW = about(Audience.COORDINATOR, "lets a coordinator weigh a pair", Keep.PROGRAMME)
ANSWERS = about(Audience.COORDINATOR, "keeps each side's own answer", Keep.PROGRAMME)


class ProposalState(StrEnum):
    """suggested → approved → offered → agreed; or it ends on the way, each with its reason."""

    SUGGESTED = "suggested"
    APPROVED = "approved"
    REJECTED = "rejected"  # by a coordinator, before anyone saw it
    OFFERED = "offered"
    AGREED = "agreed"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    STALE = "stale"  # somebody in it left, paused, or is full


class Answer(StrEnum):
    PENDING = "pending"
    YES = "yes"
    NO = "no"


class Proposal(Base):
    """Two enrolments, how well they fit and why, and what everyone said about it."""

    __tablename__ = "proposal"
    __table_args__ = (
        UniqueConstraint("run_id", "mentor_enrolment_id", "mentee_enrolment_id"),
        Index(None, "programme_id", "state"),
        # In the order in which a run's pairs are looked through, with all that is counted of them:
        # the parts of a list are counted at every look, and so without opening one pair.
        Index(
            "ix_proposal_of_run",
            *("run_id", "affinity", "id", "state", "locked", "by_hand", "offered_at"),
            *("first_choice", "lacks_topics", "mentor_enrolment_id", "mentee_enrolment_id"),
        ),
        Index(None, "mentor_enrolment_id", "state"),
        Index(None, "mentee_enrolment_id", "state"),
        CheckConstraint("affinity >= 0 AND affinity <= 1", "affinity"),
    )

    programme_id: Mapped[UUID] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE"), init=False, info=LINK
    )
    # Empty when a coordinator brought the two together by hand.
    run_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("match_run.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentor_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    mentee_enrolment_id: Mapped[UUID] = mapped_column(
        ForeignKey("enrolment.id", ondelete="CASCADE"), init=False, info=LINK
    )
    pairing_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("pairing.id", ondelete="SET NULL"), init=False, default=None, info=LINK
    )
    programme: Mapped[Programme] = relationship()
    run: Mapped[MatchRun | None] = relationship()
    mentor_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentor_enrolment_id)
    mentee_enrolment: Mapped[Enrolment] = relationship(foreign_keys=mentee_enrolment_id)
    affinity: Mapped[float] = mapped_column(info=REVIEW)
    created_at: Mapped[datetime] = mapped_column(info=REVIEW)
    pairing: Mapped[Pairing | None] = relationship(default=None)
    # {"contributions": […], "words": […], "topics": […], "slots": […], "alternates": […]}
    reasons: Mapped[dict[str, Any]] = mapped_column(default_factory=dict, info=REVIEW)
    # None of the alternates meets better; and nothing that was asked for met.
    first_choice: Mapped[bool] = mapped_column(
        init=False, insert_default=as_told("first_choice"), info=STATE
    )
    lacks_topics: Mapped[bool] = mapped_column(
        init=False, insert_default=as_told("lacks_topics"), info=STATE
    )
    gist: Mapped[dict[str, Any]] = mapped_column(
        init=False, insert_default=as_told("gist"), info=STATE
    )
    state: Mapped[ProposalState] = mapped_column(default=ProposalState.SUGGESTED, info=REVIEW)
    locked: Mapped[bool] = mapped_column(default=False, info=REVIEW)
    # A coordinator brought the two together, and why: with the codes of the rules she overruled.
    by_hand: Mapped[bool] = mapped_column(default=False, info=REVIEW)
    overruled: Mapped[list[str]] = mapped_column(default_factory=list, info=REVIEW)
    why_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=REVIEW)
    decided_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    decided_at: Mapped[datetime | None] = mapped_column(default=None, info=REVIEW)
    note_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=REVIEW)
    offered_at: Mapped[datetime | None] = mapped_column(default=None, info=REVIEW)
    answer_by: Mapped[date | None] = mapped_column(default=None, info=REVIEW)
    mentor_answer: Mapped[Answer] = mapped_column(default=Answer.PENDING, info=ANSWERS)
    mentee_answer: Mapped[Answer] = mapped_column(default=Answer.PENDING, info=ANSWERS)
    mentor_answered_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    mentee_answered_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    # The kind of reason ("time", "distance", …) becomes a rule; its words are sealed.
    mentor_reason: Mapped[str | None] = mapped_column(default=None, info=ANSWERS)
    mentee_reason: Mapped[str | None] = mapped_column(default=None, info=ANSWERS)
    mentor_words_sealed: Mapped[bytes | None] = mapped_column(
        init=False, default=None, info=ANSWERS
    )
    mentee_words_sealed: Mapped[bytes | None] = mapped_column(
        init=False, default=None, info=ANSWERS
    )
    # An answer that a coordinator wrote down for somebody: {"mentee": "by phone, 3 March"}.
    on_behalf: Mapped[dict[str, str]] = mapped_column(default_factory=dict, info=ANSWERS)

    # Refuses a decision about an outdated proposal, so no yes is overlooked.
    version: Mapped[int] = mapped_column(init=False, info=STATE)

    note = SealedText("note_sealed")
    why = SealedText("why_sealed")
    mentor_words = SealedText("mentor_words_sealed")
    mentee_words = SealedText("mentee_words_sealed")

    __mapper_args__ = {"version_id_col": version}

    @validates("reasons")
    def _tell(self, _name: str, reasons: dict[str, Any]) -> dict[str, Any]:
        for name, holds in told_by(reasons).items():
            setattr(self, name, holds)
        return reasons

    @property
    def is_agreed(self) -> bool:
        return self.mentor_answer == self.mentee_answer == Answer.YES

    def enrolment_on(self, side: Side) -> Enrolment:
        return self.mentor_enrolment if side == Side.MENTOR else self.mentee_enrolment

    def side_of(self, member: Member) -> Side | None:
        if self.mentor_enrolment.member_id == member.id:
            return Side.MENTOR
        return Side.MENTEE if self.mentee_enrolment.member_id == member.id else None

    def answer_of(self, side: Side) -> Answer:
        return self.mentor_answer if side == Side.MENTOR else self.mentee_answer


class Question(Base):
    """Something one side wants to know before deciding. A coordinator passes it on."""

    __tablename__ = "question"
    __table_args__ = (Index(None, "answered_at"),)

    proposal_id: Mapped[UUID] = mapped_column(
        ForeignKey("proposal.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    proposal: Mapped[Proposal] = relationship()
    side: Mapped[Side] = mapped_column(info=ANSWERS)
    asked_at: Mapped[datetime] = mapped_column(info=ANSWERS)
    words_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ANSWERS)
    answered_at: Mapped[datetime | None] = mapped_column(default=None, info=ANSWERS)
    answered_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, info=LINK
    )
    reply_sealed: Mapped[bytes | None] = mapped_column(init=False, default=None, info=ANSWERS)

    words = SealedText("words_sealed")
    reply = SealedText("reply_sealed")
