"""What can be asked about one proposal, by whoever asks."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import MatchRun, Proposal, Question

_mentor, _mentee = aliased(Enrolment), aliased(Enrolment)
# A proposal with its people, programme and run, in one query. Made once: each deed begins with it.
_WHOLE = (
    select(Proposal)
    .join(_mentor, Proposal.mentor_enrolment)
    .join(_mentee, Proposal.mentee_enrolment)
    .options(
        contains_eager(Proposal.mentor_enrolment.of_type(_mentor)).joinedload(_mentor.member),
        contains_eager(Proposal.mentee_enrolment.of_type(_mentee)).joinedload(_mentee.member),
        joinedload(Proposal.programme).joinedload(Programme.contact),
        # Not its figures: what is decided a thousand times in a row need not read them each time.
        joinedload(Proposal.run).defer(MatchRun.summary),
    )
)


def find_proposal(db: Session, proposal_id: UUID, *, seen_by: Member) -> Proposal | None:
    """Find a proposal for the two people it is about, once they have been told of it."""
    theirs = or_(_mentor.member_id == seen_by.id, _mentee.member_id == seen_by.id)
    told = Proposal.offered_at.is_not(None)
    return db.scalar(_WHOLE.where(Proposal.id == proposal_id, theirs, told))


def find_reviewed(
    db: Session,
    programme_id: UUID,
    proposal_id: UUID,
    *,
    seen_by: Member,
    **_rest: object,  # the side, where the address names one
) -> Proposal | None:
    """Find a proposal for those who look after its programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Proposal.id == proposal_id, Proposal.programme_id == programme_id
    return db.scalar(_WHOLE.where(*here))


def find_question(
    db: Session, programme_id: UUID, question_id: UUID, *, seen_by: Member
) -> Question | None:
    """Find a question for those who look after the programme, unless it concerns themselves."""
    if programme_id not in seen_by.coordinates:
        return None
    query = (
        select(Question)
        .join(Question.proposal)
        .where(Question.id == question_id, Proposal.programme_id == programme_id)
        .options(
            contains_eager(Question.proposal).options(
                joinedload(Proposal.programme).joinedload(Programme.contact),
                joinedload(Proposal.mentor_enrolment).joinedload(Enrolment.member),
                joinedload(Proposal.mentee_enrolment).joinedload(Enrolment.member),
            )
        )
    )
    return db.scalar(query)


def get_proposal(db: Session, proposal_id: UUID) -> Proposal | None:
    """Return a proposal for the work that is done about it."""
    return db.scalar(_WHOLE.where(Proposal.id == proposal_id))
