"""The proposals of a run in a list: sorted, filtered, in pages."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, case, func, literal, select, tuple_
from sqlalchemy.orm import Session, contains_eager, joinedload, load_only
from sqlalchemy.orm.strategy_options import _AbstractLoad

from matcher.foundation.asking import made_once, rows_of
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

Made = TypeVar("Made")
# What the lines of a list tell. Asking them for more is a mistake, not another question.
SHOWN = (
    *(Proposal.affinity, Proposal.reasons, Proposal.state, Proposal.locked, Proposal.version),
    *(Proposal.mentor_enrolment_id, Proposal.mentee_enrolment_id),
)


def list_for_review(
    db: Session, run: MatchRun, wanted: Wanted, *, seen_by: Member
) -> Sequence[Proposal]:
    """List one page of proposals, none of them about whoever looks."""
    asked = {**_of(run, seen_by), "size": wanted.size, "start": (wanted.page - 1) * wanted.size}
    return db.scalars(_made(_page, wanted)(), asked).all()


@lru_cache(maxsize=100)
def _page(wanted: Wanted) -> Callable[[], Select[Proposal]]:
    """Make the question of one way of looking.

    Which ones is found by their ids alone: sorting thousands of rows with all that people wrote
    would take most of the time.
    """
    order = ORDERS[wanted.order]

    @made_once
    def made(run_id: UUID, me: UUID, size: int, start: int) -> Select[Proposal]:
        tables = tables_of(wanted) | SORTED_BY.get(wanted.order, frozenset())
        ids = of_others(select(Proposal.id), run_id, me, tables)
        page = ids.where(*conditions(wanted)).order_by(*order).limit(size).offset(start)
        return (
            joined(select(Proposal), BOTH | NAMES)
            .where(Proposal.id.in_(select(page.subquery().c.id)))
            .options(
                load_only(*SHOWN, raiseload=True),
                *_person(Proposal.mentor_enrolment, mentor, mentor_member),
                *_person(Proposal.mentee_enrolment, mentee, mentee_member),
            )
            .order_by(*order)
        )

    return made


def _person(at: Any, one: Any, member: Any) -> tuple[_AbstractLoad, ...]:
    """Load of one of the two what their line in the list tells."""
    there = contains_eager(at.of_type(one))
    texts = one.topics, one.statements, one.goal
    named = there.contains_eager(one.member.of_type(member)).load_only(member.name, raiseload=True)
    return there.load_only(*texts, raiseload=True), named


def count_parts(db: Session, run: MatchRun, wanted: Wanted, *, seen_by: Member) -> dict[str, int]:
    """Count each part of the list, as it is filtered; one query."""
    [row] = rows_of(db, _made(_parts, wanted)(), _of(run, seen_by))
    return dict(zip(PARTS, row, strict=True))


@lru_cache(maxsize=100)
def _parts(wanted: Wanted) -> Callable[[], Select[Any]]:
    @made_once
    def made(run_id: UUID, me: UUID) -> Select[Any]:
        sums = [func.coalesce(func.sum(case((holds, 1), else_=0)), 0) for holds in PARTS.values()]
        query = of_others(select(*sums), run_id, me, tables_of(wanted) | BOTH)
        return query.where(*filters(wanted))

    return made


def _of(run: MatchRun, seen_by: Member) -> dict[str, object]:
    return {"run_id": run.id, "me": seen_by.id}


def _made(question: "_lru_cache_wrapper[Made]", wanted: Wanted) -> Made:
    """Make a question once for each way of looking; one with a text in it is not kept."""
    look = replace(wanted, page=1, size=1, look="table")  # these make no other question
    return question.__wrapped__(look) if wanted.text else question(look)


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
    query = of_others(both, run.id, seen_by.id, tables_of(wanted))
    here = (Proposal.state.in_(states), *conditions(wanted))
    return [(key, version) for key, version in db.execute(query.where(*here))]


def count_own(db: Session, run: MatchRun, *, seen_by: Member) -> int:
    """Count the proposals about whoever looks: a colleague decides about those."""
    [[number]] = rows_of(db, _own_ones(), _of(run, seen_by))
    return int(number)


@made_once
def _own_ones(run_id: UUID, me: UUID) -> Select[int]:
    return select(func.count(Proposal.id)).where(Proposal.run_id == run_id, is_about(me))


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
