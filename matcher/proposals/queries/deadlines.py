"""Which proposals wait for something that time brings: a reminder, the end, a closer look."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.proposals.models import Answer, Proposal, ProposalState, Question

LEFT = (
    *(EnrolmentState.WITHDRAWN, EnrolmentState.PAUSED),
    *(EnrolmentState.FINISHED, EnrolmentState.DRAFT),
)
ALIVE = (ProposalState.SUGGESTED, ProposalState.APPROVED, ProposalState.OFFERED)
OFFERED = Proposal.state == ProposalState.OFFERED


def list_over(db: Session, *, today: date) -> list[UUID]:
    """List the offers whose last day may be over somewhere. Those with an open question wait."""
    asked = select(Question.id).where(
        Question.proposal_id == Proposal.id, Question.answered_at.is_(None)
    )
    query = select(Proposal.id).where(OFFERED, Proposal.answer_by < today, ~asked.exists())
    return list(db.scalars(query))


def list_unreminded(db: Session) -> list[UUID]:
    """List the offers that somebody has not answered, and that nobody was reminded of yet."""
    pending = or_(
        Proposal.mentor_answer == Answer.PENDING, Proposal.mentee_answer == Answer.PENDING
    )
    reminded = select(Mail.id).where(
        Mail.kind == "proposal.reminded", Mail.subject_id == Proposal.id
    )
    return list(db.scalars(select(Proposal.id).where(OFFERED, pending, ~reminded.exists())))


def list_impossible(db: Session) -> list[UUID]:
    """List the proposals in which somebody has left or paused."""
    mentor, mentee = aliased(Enrolment), aliased(Enrolment)
    query = (
        select(Proposal.id)
        .join(mentor, mentor.id == Proposal.mentor_enrolment_id)
        .join(mentee, mentee.id == Proposal.mentee_enrolment_id)
        .where(Proposal.state.in_(ALIVE), or_(mentor.state.in_(LEFT), mentee.state.in_(LEFT)))
    )
    return list(db.scalars(query))
