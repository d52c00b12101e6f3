"""Which proposals of a run stand beside one, for whoever looks through them one by one."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, literal, select, tuple_
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.proposals.models import Proposal
from matcher.proposals.queries.asked import is_about, not_about


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a proposal stands in its run, weakest first, and which stand beside it."""

    before: UUID | None = None
    after: UUID | None = None
    place: int = 0
    total: int = 0


def find_neighbours(db: Session, proposal: Proposal, *, seen_by: Member) -> Neighbours:
    """Look beside a proposal by the index of its run: one query, however many there are."""
    here = tuple_(literal(proposal.affinity), literal(proposal.id, Proposal.id.type))
    place = tuple_(Proposal.affinity, Proposal.id)
    of_run = Proposal.run_id == proposal.run_id
    ids, own = select(Proposal.id).where(of_run, *not_about(seen_by.id)), is_about(seen_by.id)
    counted = select(func.count(Proposal.id)).where(of_run)
    so_far = counted.where(place <= here)
    before = ids.where(place < here).order_by(Proposal.affinity.desc(), Proposal.id.desc())
    after = ids.where(place > here).order_by(Proposal.affinity, Proposal.id)
    found = select(
        before.limit(1).scalar_subquery(),
        after.limit(1).scalar_subquery(),
        so_far.scalar_subquery() - so_far.where(own).scalar_subquery(),
        counted.scalar_subquery() - counted.where(own).scalar_subquery(),
    )
    return Neighbours(*db.execute(found).one())
