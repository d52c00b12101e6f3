"""What time brings to proposals: a reminder halfway, the end, and a look at who has left."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.jobs.work import Work
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.queries.deadlines import list_impossible, list_over, list_unreminded
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.closing import drop_impossible, expire_proposal, is_over, remind


def expire_offers(work: Work) -> None:
    """Remind, end, and drop what has become impossible: each proposal on its own."""
    today = work.now().date()
    with work.read() as db:
        impossible, over = list_impossible(db), list_over(db, today=today)
        unreminded = list_unreminded(db)
    _each(work, impossible, lambda db, each: drop_impossible(db, each, now=work.now()))
    _each(work, over, lambda db, each: _end(db, each, work.now()))
    _each(work, unreminded, lambda db, each: _remind(db, each, work.now()))


def _each(work: Work, ids: list[UUID], do: Callable[[Session, Proposal], None]) -> None:
    for proposal_id in ids:
        work.report("proposals")
        with work.write() as db:
            proposal = get_proposal(db, proposal_id)
            if proposal:
                do(db, proposal)


def _end(db: Session, proposal: Proposal, now: datetime) -> None:
    """The last day ends where the programme is."""
    today = now.astimezone(ZoneInfo(proposal.programme.zone)).date()
    if proposal.state == ProposalState.OFFERED and is_over(proposal, today):
        expire_proposal(db, proposal, now=now)


def _remind(db: Session, proposal: Proposal, now: datetime) -> None:
    if proposal.state == ProposalState.OFFERED and now >= _halfway(proposal):
        remind(db, proposal, now=now)


def _halfway(proposal: Proposal) -> datetime:
    """Return the middle between the offer and the end of its last day."""
    begun = proposal.offered_at or proposal.created_at
    last = proposal.answer_by or begun.date()
    end = datetime.combine(last, time.max, tzinfo=UTC)
    return begun + (end - begun) / 2
