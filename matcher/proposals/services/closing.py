"""How a proposal ends without a pairing: declined, too late, withdrawn, or somebody left."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.services import move_enrolment
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.models.letter_text import LetterKind
from matcher.proposals.queries.letter_texts import find_wording
from matcher.proposals.services.availability import both, hold, is_available, resting_state
from matcher.proposals.services.letters import ended_letter, expired_letter, reminder_letter, tell
from matcher.proposals.services.states import Deed, move_proposal

TOLD = {ProposalState.OFFERED}


def close_proposal(db: Session, proposal: Proposal, to: ProposalState, deed: Deed) -> None:
    """End a proposal, free its places, and tell who still counted on it, kindly."""
    was_told = proposal.state in TOLD
    move_proposal(db, proposal, to, deed)
    if not was_told:
        return
    for enrolment in both(proposal):
        release(db, enrolment, now=deed.now)
    for side in Side:
        _tell_of_the_end(db, proposal, side, to, now=deed.now)


def expire_proposal(db: Session, proposal: Proposal, *, now: datetime) -> None:
    """End a proposal whose time is over. If one side said no, that is how it ended."""
    hold(db, both(proposal))
    declined = Answer.NO in {proposal.mentor_answer, proposal.mentee_answer}
    to = ProposalState.DECLINED if declined else ProposalState.EXPIRED
    close_proposal(db, proposal, to, Deed(by=None, now=now, reason="deadline"))


def drop_impossible(db: Session, proposal: Proposal, *, now: datetime) -> None:
    """End a proposal in which somebody has left or paused."""
    hold(db, both(proposal))
    if not is_available(proposal):
        close_proposal(db, proposal, ProposalState.STALE, Deed(by=None, now=now, reason="left"))


def remind(db: Session, proposal: Proposal, *, now: datetime) -> None:
    """Remind, once, whoever has not answered: whatever the other side has said."""
    for side in Side:
        if proposal.answer_of(side) == Answer.PENDING:
            language = proposal.enrolment_on(side).member.language
            here = proposal.programme_id
            own = find_wording(db, here, LetterKind.REMINDED, side, language)
            letter = reminder_letter(proposal, side, own)
            tell(db, proposal, side, letter, kind="reminded", now=now)


def is_over(proposal: Proposal, today: date) -> bool:
    return proposal.answer_by is not None and proposal.answer_by < today


def release(db: Session, enrolment: Enrolment, *, now: datetime) -> None:
    """Let somebody be looked for again, unless another proposal or pairing still holds them."""
    db.flush()
    if enrolment.state == EnrolmentState.OFFERED:
        to = resting_state(db, enrolment)
        move_enrolment(db, enrolment, to, by=None, now=now, reason="proposal_ended")


def _tell_of_the_end(
    db: Session, proposal: Proposal, side: Side, to: ProposalState, *, now: datetime
) -> None:
    """Who said no knows. Who left is not written to. Everybody else reads the same."""
    answer = proposal.answer_of(side)
    if answer == Answer.NO or proposal.enrolment_on(side).state in LEFT:
        return
    late = answer == Answer.PENDING and to in {ProposalState.EXPIRED, ProposalState.DECLINED}
    letter = expired_letter(proposal, side) if late else ended_letter(proposal, side)
    tell(db, proposal, side, letter, kind="ended", now=now)


LEFT = {EnrolmentState.WITHDRAWN, EnrolmentState.PAUSED, EnrolmentState.FINISHED}
