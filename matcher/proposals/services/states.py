"""The states of runs and proposals, and the two functions that write them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.proposals.models import MatchRun, Proposal, ProposalState, RunState
from matcher.proposals.models.choices import RUN_STATES, STATES

_P, _R = ProposalState, RunState
PROPOSAL_MOVES: dict[ProposalState, frozenset[ProposalState]] = {
    _P.SUGGESTED: frozenset({_P.APPROVED, _P.REJECTED, _P.WITHDRAWN, _P.STALE}),
    _P.APPROVED: frozenset({_P.SUGGESTED, _P.REJECTED, _P.OFFERED, _P.WITHDRAWN, _P.STALE}),
    # A pair that was put aside comes back, or may be suggested by later runs again.
    _P.REJECTED: frozenset({_P.SUGGESTED, _P.WITHDRAWN}),
    _P.OFFERED: frozenset({_P.AGREED, _P.DECLINED, _P.EXPIRED, _P.WITHDRAWN, _P.STALE}),
    _P.AGREED: frozenset(),
    _P.DECLINED: frozenset(),
    _P.EXPIRED: frozenset(),
    _P.WITHDRAWN: frozenset({_P.SUGGESTED}),  # only before anybody was told: see review.py
    _P.STALE: frozenset(),
}
RUN_MOVES: dict[RunState, frozenset[RunState]] = {
    _R.QUEUED: frozenset({_R.RUNNING, _R.CANCELLED, _R.FAILED}),
    _R.RUNNING: frozenset({_R.QUEUED, _R.REVIEWED, _R.CANCELLED, _R.FAILED}),
    _R.REVIEWED: frozenset({_R.PUBLISHED}),
    _R.PUBLISHED: frozenset(),
    _R.CANCELLED: frozenset(),
    _R.FAILED: frozenset({_R.QUEUED}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who changes something, when, and why. Nobody: the service itself."""

    by: Member | None
    now: datetime
    reason: str = ""  # a code, not words


def move_proposal(db: Session, proposal: Proposal, to: ProposalState, deed: Deed) -> None:
    """Change a proposal's state. Nothing else writes it; somebody else's change is noticed."""
    before = proposal.state
    if to not in PROPOSAL_MOVES[before]:
        raise RuleBroken(
            N_("This proposal is now “%(before)s”, and cannot become “%(after)s”."),
            before=sentence(STATES[before]),
            after=sentence(STATES[to]),
        )
    proposal.state = to
    db.flush()  # fails if another was faster: UPDATE … WHERE version
    _note(db, f"proposal.{to}", proposal, deed, before)


def move_run(db: Session, run: MatchRun, to: RunState, deed: Deed) -> None:
    """Change a run's state. Nothing else writes it; somebody else's change is noticed."""
    before = run.state
    if to not in RUN_MOVES[before]:
        raise RuleBroken(
            N_("This run is now “%(before)s”, and cannot become “%(after)s”."),
            before=sentence(RUN_STATES[before]),
            after=sentence(RUN_STATES[to]),
        )
    run.state = to
    db.flush()
    _note(db, f"run.{to}", run, deed, before)


def _note(db: Session, action: str, thing: Proposal | MatchRun, deed: Deed, before: str) -> None:
    note(
        db,
        action,
        thing,
        by=deed.by,
        at=deed.now,
        programme_id=thing.programme_id,
        before=str(before),
        reason=deed.reason,
    )
