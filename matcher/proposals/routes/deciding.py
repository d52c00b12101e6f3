"""Deciding about one pair, or many in the background; and saying what became of each."""

from uuid import UUID

from flask import flash

from matcher.foundation import clock
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.proposals.models import MatchRun, ProposalState
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.meanwhile import AboutOneself, DecidedMeanwhile
from matcher.proposals.services.review import Choice, Decision
from matcher.proposals.services.review import decide as decide_about
from matcher.web.policy import Permit
from matcher.web.session import writing
from matcher.web.words import _n

OfRun = Permit[Member, MatchRun]
Seen = tuple[UUID, int]
# More than these are decided in the background.
AT_ONCE = 100


def seen_in(tokens: list[str]) -> list[Seen]:
    """Read `id.version` of each; what is no such token is left out."""
    found = []
    for token in tokens:
        pair, _dot, version = token.partition(".")
        try:
            found.append((UUID(pair), int(version[:9])))
        except ValueError:
            continue
    return found


def decide_now(permit: OfRun, decision: Decision, seen: Seen) -> str:
    """Decide about one pair, in one transaction; return what became of it."""
    try:
        with writing() as db:
            coordinator, run = permit.within(db)
            proposal = get_proposal(db, seen[0])
            if proposal is None or proposal.run_id != run.id:
                return "gone"
            choice = Choice(decision=decision, seen=seen[1])
            after = decide_about(db, proposal, choice, by=coordinator, now=clock.now())
            return "gone" if after == ProposalState.STALE else "done"
    except DecidedMeanwhile:
        return "late"
    except AboutOneself:
        return "own"


def tell(decision: Decision, outcomes: list[str]) -> None:
    done, late = outcomes.count("done"), outcomes.count("late")
    if done:
        flash(_DONE[decision](done))
    if late:
        flash(
            _n(
                "%(num)s pair was left as it is: a colleague decided about it meanwhile.",
                "%(num)s pairs were left as they are: a colleague decided about them meanwhile.",
                late,
            )
        )
    if gone := outcomes.count("gone"):
        flash(
            _n(
                "%(num)s pair is no longer possible: somebody has stopped or paused.",
                "%(num)s pairs are no longer possible: somebody has stopped or paused.",
                gone,
            )
        )
    if own := outcomes.count("own"):
        flash(
            _n(
                "%(num)s pair is about you: a colleague decides about it.",
                "%(num)s pairs are about you: a colleague decides about them.",
                own,
            )
        )


_DONE = {
    Decision.APPROVE: lambda num: _n("%(num)s pair approved.", "%(num)s pairs approved.", num),
    Decision.REJECT: lambda num: _n("%(num)s pair put aside.", "%(num)s pairs put aside.", num),
    Decision.UNDO: lambda num: _n(
        "%(num)s decision taken back.", "%(num)s decisions taken back.", num
    ),
    Decision.LOCK: lambda num: _n("%(num)s pair locked.", "%(num)s pairs locked.", num),
    Decision.UNLOCK: lambda num: _n("%(num)s pair unlocked.", "%(num)s pairs unlocked.", num),
}


def decide_later(permit: OfRun, decision: Decision, pairs: list[Seen]) -> None:
    now = clock.now()
    with writing() as db:
        coordinator, run = permit.within(db)
        seen = [[str(pair), version] for pair, version in pairs]
        payload = {"by": str(coordinator.id), "decision": str(decision), "pairs": seen}
        enqueue(db, "decide_proposals", run.id, now=now, period=now.isoformat(), payload=payload)
