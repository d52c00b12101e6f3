"""Taking a decision back, until people are told."""

from uuid import UUID

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.queries.by_hand import list_of, list_open_around
from matcher.proposals.queries.places import count_taken
from matcher.proposals.services.availability import both
from matcher.proposals.services.making_way import making_way
from matcher.proposals.services.states import Deed, move_proposal

# Kept with the reasons of a pair by hand: who made way, and whether the run suggested it itself.
MADE_WAY, WAS_SUGGESTED = "made_way", "was_suggested"
NO_ROOM = N_("There is no room: one of the two is suggested to somebody else now.")


def may_bring_back(proposal: Proposal) -> bool:
    """Whether a pair that made way for another, before anybody was told, can come back."""
    untold = proposal.state == ProposalState.WITHDRAWN and proposal.offered_at is None
    return untold and not is_of_earlier_run(proposal)


def is_of_earlier_run(proposal: Proposal) -> bool:
    current = proposal.programme.current_run_id
    return current is not None and proposal.run_id != current


def take_back(db: Session, proposal: Proposal, deed: Deed) -> None:
    """Take a decision back. Who made way for a pair by hand comes back where there is room."""
    to = _to(proposal)
    if proposal.state == ProposalState.WITHDRAWN and not _has_room(db, proposal):
        raise RuleBroken(NO_ROOM)
    made_way = [UUID(each) for each in proposal.reasons.get(MADE_WAY, ())]
    proposal.locked = proposal.locked and not proposal.by_hand
    proposal.by_hand, proposal.overruled, proposal.why = False, [], None
    proposal.decided_by_id, proposal.decided_at = deed.by.id if deed.by else None, deed.now
    move_proposal(db, proposal, to, deed)
    for each in list_of(db, made_way):
        if may_bring_back(each) and _has_room(db, each):
            move_proposal(db, each, ProposalState.SUGGESTED, deed)


def _to(proposal: Proposal) -> ProposalState:
    """A pair by hand goes; one put aside in an earlier run may be suggested by later runs again."""
    by_hand_alone = proposal.by_hand and not proposal.reasons.get(WAS_SUGGESTED)
    of_the_past = proposal.state == ProposalState.REJECTED and is_of_earlier_run(proposal)
    return ProposalState.WITHDRAWN if by_hand_alone or of_the_past else ProposalState.SUGGESTED


def _has_room(db: Session, proposal: Proposal) -> bool:
    if proposal.run is None:
        return True
    mentor, mentee = both(proposal)
    around = list_open_around(db, proposal.run, mentee.id, mentor.id)
    try:
        return not making_way(around, count_taken(db, proposal.programme_id), (mentee, mentor))
    except RuleBroken:
        return False
