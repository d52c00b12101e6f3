"""What a coordinator decides about a proposal before anybody is told of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.services.availability import is_available
from matcher.proposals.services.meanwhile import AboutOneself, DecidedMeanwhile
from matcher.proposals.services.states import Deed, move_proposal
from matcher.proposals.services.undoing import may_bring_back, take_back


class Decision(StrEnum):
    APPROVE = "approve"
    REJECT = "reject"
    UNDO = "undo"
    LOCK = "lock"
    UNLOCK = "unlock"


STATE_AFTER = {
    Decision.APPROVE: ProposalState.APPROVED,
    Decision.REJECT: ProposalState.REJECTED,
}
OPEN = {ProposalState.SUGGESTED, ProposalState.APPROVED, ProposalState.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a coordinator decides, and which version of the proposal she was looking at."""

    decision: Decision
    seen: int
    reason: str = ""
    words: str = ""


def decide(
    db: Session, proposal: Proposal, choice: Choice, *, by: Member, now: datetime
) -> ProposalState:
    """Carry out a decision, and return the state it led to: the pair may have become impossible."""
    if proposal.side_of(by):
        raise AboutOneself
    if proposal.version != choice.seen or not _may_still(proposal, choice.decision):
        raise DecidedMeanwhile(proposal)
    if choice.decision == Decision.UNDO:
        take_back(db, proposal, Deed(by=by, now=now))
    elif choice.decision in {Decision.LOCK, Decision.UNLOCK}:
        _lock(db, proposal, by=by, now=now, locked=choice.decision == Decision.LOCK)
    else:
        _judge(db, proposal, choice, Deed(by=by, now=now, reason=choice.reason))
    return proposal.state


def _may_still(proposal: Proposal, decision: Decision) -> bool:
    if proposal.state == ProposalState.WITHDRAWN:
        return decision == Decision.UNDO and may_bring_back(proposal)
    return proposal.state in OPEN


def _judge(db: Session, proposal: Proposal, choice: Choice, deed: Deed) -> None:
    to = STATE_AFTER[choice.decision]
    if to == ProposalState.APPROVED and not is_available(proposal):
        gone = Deed(by=None, now=deed.now, reason="unavailable")
        move_proposal(db, proposal, ProposalState.STALE, gone)
        return
    proposal.decided_by_id, proposal.decided_at = deed.by.id if deed.by else None, deed.now
    proposal.locked = proposal.locked and to != ProposalState.REJECTED
    if choice.words:
        proposal.note = "\n\n".join(each for each in (proposal.note, choice.words) if each)
    move_proposal(db, proposal, to, deed)


def may_decide_still(proposal: Proposal, wanted: Decision) -> bool:
    """Whether what somebody wanted is still possible after a colleague's decision."""
    state = proposal.state
    return {
        Decision.APPROVE: state == ProposalState.SUGGESTED,
        Decision.REJECT: state in {ProposalState.SUGGESTED, ProposalState.APPROVED},
        Decision.UNDO: state in STATE_AFTER.values() or may_bring_back(proposal),
        Decision.LOCK: state in OPEN - {ProposalState.REJECTED} and not proposal.locked,
        Decision.UNLOCK: state in OPEN and proposal.locked,
    }[wanted]


class NotedMeanwhile(RuleBroken):
    """A colleague wrote another note after the page was shown."""

    def __init__(self, note: str) -> None:
        super().__init__(N_("A colleague changed this note meanwhile."))
        self.note = note


@dataclass(frozen=True, slots=True)
class Note:
    """What a coordinator writes for colleagues, and the note that she saw when she began."""

    words: str
    before: str = ""


def write_note(db: Session, proposal: Proposal, new: Note, *, by: Member, now: datetime) -> None:
    """Keep a note for colleagues, but never over one that its writer had not seen."""
    if proposal.side_of(by):
        raise AboutOneself
    there = proposal.note or ""
    if _plain(there) not in {_plain(new.before), _plain(new.words)}:
        raise NotedMeanwhile(there)
    proposal.note = new.words or None
    note(db, "proposal.noted", proposal, by=by, at=now, programme_id=proposal.programme_id)
    db.flush()


def _lock(db: Session, proposal: Proposal, *, by: Member, now: datetime, locked: bool) -> None:
    if proposal.state == ProposalState.REJECTED:
        raise RuleBroken(N_("A pair that was put aside cannot be locked. Undo that first."))
    proposal.locked = locked
    proposal.decided_by_id, proposal.decided_at = by.id, now
    action = "proposal.locked" if locked else "proposal.unlocked"
    note(db, action, proposal, by=by, at=now, programme_id=proposal.programme_id)
    db.flush()


def _plain(words: str) -> str:
    """Texts travel through forms, which write the ends of lines in their own way."""
    return " ".join(words.split())
