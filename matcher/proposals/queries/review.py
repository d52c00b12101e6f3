"""The proposals of a run in a list: sorted, filtered, in pages."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, literal, select, tuple_
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.asked import (
    BOTH,
    NAMES,
    ORDERS,
    PARTS,
    SORTED_BY,
    Wanted,
    conditions,
    filters,
    is_about,
    joined,
    mentee,
    mentee_member,
    mentor,
    mentor_member,
    not_about,
    of_others,
    tables_of,
)


def list_for_review(
    db: Session, run: MatchRun, wanted: Wanted, *, seen_by: Member
) -> Sequence[Proposal]:
    """List one page of proposals, none of them about whoever looks.

    Which ones is found by their ids alone: sorting thousands of rows with all that people wrote
    would take most of the time.
    """
    order, start = ORDERS[wanted.order], (wanted.page - 1) * wanted.size
    tables = tables_of(wanted) | SORTED_BY.get(wanted.order, frozenset())
    ids = of_others(select(Proposal.id), run, seen_by, tables)
    page = ids.where(*conditions(wanted)).order_by(*order).limit(wanted.size).offset(start)
    query = (
        joined(select(Proposal), BOTH | NAMES)
        .where(Proposal.id.in_(select(page.subquery().c.id)))
        .options(
            contains_eager(Proposal.mentor_enrolment.of_type(mentor)).contains_eager(
                mentor.member.of_type(mentor_member)
            ),
            contains_eager(Proposal.mentee_enrolment.of_type(mentee)).contains_eager(
                mentee.member.of_type(mentee_member)
            ),
        )
    )
    return db.scalars(query.order_by(*order)).all()


def count_parts(db: Session, run: MatchRun, wanted: Wanted, *, seen_by: Member) -> dict[str, int]:
    """Count each part of the list, as it is filtered; one query."""
    sums = [func.coalesce(func.sum(case((holds, 1), else_=0)), 0) for holds in PARTS.values()]
    query = of_others(select(*sums), run, seen_by, tables_of(wanted) | BOTH).where(*filters(wanted))
    return dict(zip(PARTS, db.execute(query).one(), strict=True))


def list_versions(
    db: Session,
    run: MatchRun,
    wanted: Wanted,
    states: Collection[ProposalState],
    *,
    seen_by: Member,
) -> list[tuple[UUID, int]]:
    """List all that is shown and in one of these states, with the version that is seen."""
    both: Select[Any] = select(Proposal.id, Proposal.version)  # type: ignore[assignment]  # two columns
    query = of_others(both, run, seen_by, tables_of(wanted))
    here = (Proposal.state.in_(states), *conditions(wanted))
    return [(key, version) for key, version in db.execute(query.where(*here))]


def count_own(db: Session, run: MatchRun, *, seen_by: Member) -> int:
    """Count the proposals about whoever looks: a colleague decides about those."""
    query = select(func.count(Proposal.id)).where(Proposal.run_id == run.id, is_about(seen_by))
    return db.scalar(query) or 0


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
    ids, own = select(Proposal.id).where(of_run, *not_about(seen_by)), is_about(seen_by)
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


def list_alternates(db: Session, ids: Sequence[UUID]) -> Sequence[Enrolment]:
    if not ids:
        return ()
    query = select(Enrolment).where(Enrolment.id.in_(ids)).options(joinedload(Enrolment.member))
    return db.scalars(query).all()


def list_names_of_members(db: Session, ids: Sequence[UUID | None]) -> dict[UUID, str]:
    wanted = {each for each in ids if each}
    if not wanted:
        return {}
    return dict(db.execute(select(Member.id, Member.name).where(Member.id.in_(wanted))).all())
