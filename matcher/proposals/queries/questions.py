"""What can be asked about questions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased, contains_eager

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal, Question


def list_own_questions(db: Session, proposal: Proposal, side: Side) -> Sequence[Question]:
    """List what one side asked, with the replies. Nobody sees what the other side asked."""
    mine = Question.proposal_id == proposal.id, Question.side == side
    return db.scalars(select(Question).where(*mine).order_by(Question.asked_at)).all()


def list_questions_about(db: Session, proposal: Proposal) -> Sequence[Question]:
    """List all that was asked about a proposal: for its coordinators."""
    about = Question.proposal_id == proposal.id
    return db.scalars(select(Question).where(about).order_by(Question.asked_at)).all()


def list_open_questions(
    db: Session, programme_id: UUID, *, seen_by: Member, limit: int = 50
) -> Sequence[Question]:
    """List the questions that wait for a coordinator, the oldest first; none about herself."""
    open_ones = select(Question.id).where(*_open(programme_id, seen_by))
    mentor, mentee = aliased(Enrolment), aliased(Enrolment)
    query = (
        select(Question)
        .join(Question.proposal)
        .join(mentor, Proposal.mentor_enrolment)
        .join(mentee, Proposal.mentee_enrolment)
        .where(Question.id.in_(open_ones.order_by(Question.asked_at).limit(limit)))
        .options(
            contains_eager(Question.proposal).options(
                contains_eager(Proposal.mentor_enrolment.of_type(mentor)).joinedload(mentor.member),
                contains_eager(Proposal.mentee_enrolment.of_type(mentee)).joinedload(mentee.member),
            )
        )
        .order_by(Question.asked_at)
    )
    return db.scalars(query).all()


def count_open_questions(db: Session, programme_id: UUID, *, seen_by: Member) -> int:
    query = select(func.count(Question.id)).where(*_open(programme_id, seen_by))
    return db.scalar(query) or 0


def _open(programme_id: UUID, seen_by: Member) -> tuple[ColumnElement[bool], ...]:
    """Tell which wait: the few that are open are found by their index, then whose they are."""
    own = select(Enrolment.id).where(Enrolment.member_id == seen_by.id)
    here = select(Proposal.id).where(
        Proposal.id == Question.proposal_id,
        Proposal.programme_id == programme_id,
        Proposal.mentor_enrolment_id.not_in(own),
        Proposal.mentee_enrolment_id.not_in(own),
    )
    return Question.answered_at.is_(None), here.exists()
