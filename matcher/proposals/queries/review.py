"""The proposals of a run in a list: sorted, filtered, in pages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import MatchRun, Proposal, ProposalState

WEAK = 0.5
_mentor, _mentee = aliased(Enrolment), aliased(Enrolment)
_mentor_member, _mentee_member = aliased(Member), aliased(Member)


def _reasons_hold(text: str) -> ColumnElement[bool]:
    """Reasons are kept as JSON, written by ourselves."""
    return cast(Proposal.reasons, String).contains(text, autoescape=True)


_weak = Proposal.affinity < WEAK
_lacking = or_(
    _weak,
    _reasons_hold('"topics_met": []'),
    _mentee.confirmed_at.is_(None),
    _mentor.confirmed_at.is_(None),
)

# Which part of the list is shown, by the word in the address.
PARTS: Mapping[str, ColumnElement[bool]] = {
    "all": Proposal.id.is_not(None),
    "open": Proposal.state == ProposalState.SUGGESTED,
    "weak": and_(Proposal.state == ProposalState.SUGGESTED, Proposal.affinity < WEAK),
    "attention": and_(Proposal.state == ProposalState.SUGGESTED, _lacking),
    "first": _reasons_hold('"first_choice": true'),
    "approved": Proposal.state == ProposalState.APPROVED,
    "locked": Proposal.locked.is_(True),
    "by_hand": Proposal.by_hand.is_(True),
    "rejected": Proposal.state == ProposalState.REJECTED,
    "told": Proposal.offered_at.is_not(None),
}
ORDERS: Mapping[str, Sequence[Any]] = {
    "weakest": (Proposal.affinity, Proposal.id),
    "strongest": (Proposal.affinity.desc(), Proposal.id),
    "waiting": (_mentee.state_since, Proposal.id),
    "mentee": (func.lower(_mentee_member.name), Proposal.id),
    "mentor": (func.lower(_mentor_member.name), Proposal.id),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a coordinator is looking for. Topics are those whose words were typed."""

    part: str = "all"
    text: str = ""
    topics: tuple[str, ...] = ()
    topic: str = ""
    language: str = ""
    order: str = "weakest"
    page: int = 1
    size: int = 25
    look: str = "table"  # or cards


def list_for_review(
    db: Session, run: MatchRun, wanted: Wanted, *, seen_by: Member
) -> Sequence[Proposal]:
    """List one page of proposals, none of them about whoever looks."""
    query = (
        _of_others(select(Proposal), run, seen_by)
        .where(*_conditions(wanted))
        .options(
            contains_eager(Proposal.mentor_enrolment.of_type(_mentor)).contains_eager(
                _mentor.member.of_type(_mentor_member)
            ),
            contains_eager(Proposal.mentee_enrolment.of_type(_mentee)).contains_eager(
                _mentee.member.of_type(_mentee_member)
            ),
        )
        .order_by(*ORDERS[wanted.order])
    )
    return db.scalars(query.limit(wanted.size).offset((wanted.page - 1) * wanted.size)).all()


def count_parts(db: Session, run: MatchRun, wanted: Wanted, *, seen_by: Member) -> dict[str, int]:
    """Count each part of the list, as it is filtered; one query."""
    sums = [func.coalesce(func.sum(case((holds, 1), else_=0)), 0) for holds in PARTS.values()]
    query = _of_others(select(*sums), run, seen_by).where(*_filters(wanted))
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
    query = _of_others(both, run, seen_by)
    here = (Proposal.state.in_(states), *_conditions(wanted))
    return [(key, version) for key, version in db.execute(query.where(*here))]


def count_own(db: Session, run: MatchRun, *, seen_by: Member) -> int:
    """Count the proposals about whoever looks: a colleague decides about those."""
    query = (
        select(func.count(Proposal.id))
        .join(_mentor, Proposal.mentor_enrolment)
        .join(_mentee, Proposal.mentee_enrolment)
        .where(
            Proposal.run_id == run.id,
            or_(_mentor.member_id == seen_by.id, _mentee.member_id == seen_by.id),
        )
    )
    return db.scalar(query) or 0


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a proposal stands in its run, weakest first, and which stand beside it."""

    before: UUID | None = None
    after: UUID | None = None
    place: int = 0
    total: int = 0


def find_neighbours(db: Session, proposal: Proposal, *, seen_by: Member) -> Neighbours:
    order = ORDERS["weakest"]
    rows = select(
        Proposal.id,
        func.lag(Proposal.id).over(order_by=order),
        func.lead(Proposal.id).over(order_by=order),
        func.row_number().over(order_by=order),
        func.count().over(),
    )
    others = (
        rows.join(_mentor, Proposal.mentor_enrolment)
        .join(_mentee, Proposal.mentee_enrolment)
        .where(
            Proposal.run_id == proposal.run_id,
            _mentor.member_id != seen_by.id,
            _mentee.member_id != seen_by.id,
        )
        .subquery()
    )
    found = db.execute(select(*list(others.c)[1:]).where(others.c[0] == proposal.id)).first()
    return Neighbours(*found) if found else Neighbours()


def list_names_of_members(db: Session, ids: Sequence[UUID | None]) -> dict[UUID, str]:
    wanted = {each for each in ids if each}
    if not wanted:
        return {}
    return dict(db.execute(select(Member.id, Member.name).where(Member.id.in_(wanted))).all())


def list_alternates(db: Session, ids: Sequence[UUID]) -> Sequence[Enrolment]:
    if not ids:
        return ()
    query = select(Enrolment).where(Enrolment.id.in_(ids)).options(joinedload(Enrolment.member))
    return db.scalars(query).all()


def _of_others(query: Select[Any], run: MatchRun, seen_by: Member) -> Select[Any]:
    return (
        query.select_from(Proposal)
        .join(_mentor, Proposal.mentor_enrolment)
        .join(_mentee, Proposal.mentee_enrolment)
        .join(_mentor_member, _mentor.member)
        .join(_mentee_member, _mentee.member)
        .where(
            Proposal.run_id == run.id,
            _mentor.member_id != seen_by.id,
            _mentee.member_id != seen_by.id,
        )
    )


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    return [PARTS[wanted.part], *_filters(wanted)]


def _filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = []
    if wanted.text:
        asked.append(_mentions(wanted))
    if wanted.topic:
        asked.append(_holds(_mentee.topics, wanted.topic))
    if wanted.language:
        both = (_holds(side.languages, wanted.language) for side in (_mentee, _mentor))
        asked.append(and_(*both))
    return asked


def _mentions(wanted: Wanted) -> ColumnElement[bool]:
    """Whether a name holds what was typed, or the mentee asks for a topic of that name."""
    spellings = {wanted.text, wanted.text.lower(), wanted.text.title()}
    names = [
        name.icontains(text, autoescape=True)
        for name in (_mentor_member.name, _mentee_member.name)
        for text in spellings
    ]
    return or_(*names, *(_holds(_mentee.topics, topic) for topic in wanted.topics))


def _holds(column: Any, key: str) -> ColumnElement[bool]:
    """Lists are kept as JSON; their keys are plain words, so quotes mark where one ends."""
    return cast(column, String).contains(f'"{key}"', autoescape=True)
