"""What can be asked about the approved and offered proposals of a run."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import MatchRun, Proposal, ProposalState

TOLD = (
    *(ProposalState.OFFERED, ProposalState.AGREED, ProposalState.DECLINED),
    *(ProposalState.EXPIRED, ProposalState.WITHDRAWN, ProposalState.STALE),
)


def list_told(
    db: Session, run: MatchRun, *, seen_by: Member, limit: int = 100
) -> Sequence[Proposal]:
    """List the proposals that people were told of, those that wait first; none about herself."""
    mentor, mentee = aliased(Enrolment), aliased(Enrolment)
    query = (
        select(Proposal)
        .join(mentor, Proposal.mentor_enrolment)
        .join(mentee, Proposal.mentee_enrolment)
        .where(
            Proposal.run_id == run.id,
            Proposal.offered_at.is_not(None),
            Proposal.state.in_(TOLD),
            mentor.member_id != seen_by.id,
            mentee.member_id != seen_by.id,
        )
        .options(
            contains_eager(Proposal.mentor_enrolment.of_type(mentor)).joinedload(mentor.member),
            contains_eager(Proposal.mentee_enrolment.of_type(mentee)).joinedload(mentee.member),
        )
        .order_by(Proposal.state != ProposalState.OFFERED, Proposal.answer_by, Proposal.id)
        .limit(limit)
    )
    return db.scalars(query).all()


def list_approved_ids(db: Session, run: MatchRun) -> list[UUID]:
    here = Proposal.run_id == run.id, Proposal.state == ProposalState.APPROVED
    return list(db.scalars(select(Proposal.id).where(*here).order_by(Proposal.id)))


def with_people() -> Select[Proposal]:
    return select(Proposal).options(
        joinedload(Proposal.mentor_enrolment).joinedload(Enrolment.member),
        joinedload(Proposal.mentee_enrolment).joinedload(Enrolment.member),
        joinedload(Proposal.programme).joinedload(Programme.contact),
    )
