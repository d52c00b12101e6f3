"""Whether two people can still be brought together: people leave, pause and fill up."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.proposals.models import Proposal
from matcher.proposals.queries.places import count_taken_by, has_offer, has_open_pairing

TAKES_PART = {EnrolmentState.WAITING, EnrolmentState.OFFERED, EnrolmentState.PAIRED}
# Locks are always taken in this order, so that two of us never wait for each other.
ORDER = (Side.MENTOR, Side.MENTEE)


def both(proposal: Proposal) -> tuple[Enrolment, Enrolment]:
    return proposal.mentor_enrolment, proposal.mentee_enrolment


def is_available(proposal: Proposal) -> bool:
    """Tell whether both still take part."""
    return all(each.state in TAKES_PART for each in both(proposal))


def hold(db: Session, enrolments: Iterable[Enrolment]) -> None:
    """Look at enrolments anew, and keep others from changing them until the end."""
    db.flush()
    for enrolment in enrolments:
        db.refresh(enrolment, with_for_update={"of": Enrolment})


def has_place(db: Session, enrolment: Enrolment) -> bool:
    return count_taken_by(db, enrolment) < enrolment.places


def resting_state(db: Session, enrolment: Enrolment) -> EnrolmentState:
    """Return where an enrolment stands once a proposal of it has ended."""
    if has_offer(db, enrolment):
        return EnrolmentState.OFFERED
    if has_open_pairing(db, enrolment):
        return EnrolmentState.PAIRED
    return EnrolmentState.WAITING
