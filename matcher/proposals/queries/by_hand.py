"""What can be asked about pairs that a coordinator makes, weighs or forbids herself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, cast, func, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.proposals.models import ForbiddenPair, MatchRun, Proposal, ProposalState, Weighing

OPEN = (ProposalState.SUGGESTED, ProposalState.APPROVED)
HELD = (*OPEN, ProposalState.OFFERED, ProposalState.AGREED)
LOOKED_FOR = (EnrolmentState.WAITING, EnrolmentState.OFFERED, EnrolmentState.PAIRED)
SHOWN = 12
# As many of each kind stand on one page; one more says whether another follows.
RULED_OUT = 25


def find_weighing(
    db: Session,
    programme_id: UUID,
    run_id: UUID,
    weighing_id: UUID,
    *,
    seen_by: Member,
) -> Weighing | None:
    """Find a pair that is weighed, for those who look after the programme."""
    if programme_id not in seen_by.coordinates:
        return None
    query = (
        _weighings()
        .join(Weighing.run)
        .where(
            Weighing.id == weighing_id,
            Weighing.run_id == run_id,
            MatchRun.programme_id == programme_id,
        )
    )
    return db.scalar(query)


def get_weighing(db: Session, weighing_id: UUID) -> Weighing | None:
    """Return a weighing for the work that does it."""
    return db.scalar(_weighings().where(Weighing.id == weighing_id))


def find_weighing_of(db: Session, run: MatchRun, mentee: UUID, mentor: UUID) -> Weighing | None:
    here = {"run_id": run.id, "mentee_enrolment_id": mentee, "mentor_enrolment_id": mentor}
    return db.scalar(select(Weighing).filter_by(**here))


def _weighings() -> Select[Weighing]:
    return select(Weighing).options(
        joinedload(Weighing.run).joinedload(MatchRun.programme).joinedload(Programme.contact),
        joinedload(Weighing.mentee_enrolment).joinedload(Enrolment.member),
        joinedload(Weighing.mentor_enrolment).joinedload(Enrolment.member),
    )


def find_forbidden(
    db: Session, programme_id: UUID, forbidden_id: UUID, *, seen_by: Member
) -> ForbiddenPair | None:
    """Find a pair that is ruled out, for those who look after the programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = ForbiddenPair.id == forbidden_id, ForbiddenPair.programme_id == programme_id
    found: ForbiddenPair | None = db.scalar(
        _with_names(select(ForbiddenPair), ForbiddenPair).where(*here)
    )
    return found


def find_forbidden_of(db: Session, mentee: UUID, mentor: UUID) -> ForbiddenPair | None:
    here = {"mentee_enrolment_id": mentee, "mentor_enrolment_id": mentor}
    return db.scalar(select(ForbiddenPair).filter_by(**here))


def list_forbidden(
    db: Session, programme_id: UUID, *, seen_by: Member, page: int = 1
) -> Sequence[ForbiddenPair]:
    """List the pairs that coordinators ruled out, the latest first; none about whoever looks."""
    query = _with_names(select(ForbiddenPair), ForbiddenPair, seen_by)
    here = query.where(ForbiddenPair.programme_id == programme_id)
    return (
        db.scalars(
            here.order_by(ForbiddenPair.since.desc())
            .limit(RULED_OUT + 1)
            .offset((page - 1) * RULED_OUT)
        )
        .unique()
        .all()
    )


def list_rejected(
    db: Session, programme_id: UUID, *, seen_by: Member, page: int = 1
) -> Sequence[Proposal]:
    """List the proposals that were put aside, of any run: no run suggests them again."""
    query = _with_names(select(Proposal), Proposal, seen_by).where(
        Proposal.programme_id == programme_id, Proposal.state == ProposalState.REJECTED
    )
    return (
        db.scalars(
            query.order_by(Proposal.decided_at.desc())
            .limit(RULED_OUT + 1)
            .offset((page - 1) * RULED_OUT)
        )
        .unique()
        .all()
    )


def list_forbidden_ids(db: Session, programme_id: UUID) -> list[tuple[UUID, UUID]]:
    query = select(ForbiddenPair.mentee_enrolment_id, ForbiddenPair.mentor_enrolment_id)
    return [
        (mentee, mentor)
        for mentee, mentor in db.execute(query.where(ForbiddenPair.programme_id == programme_id))
    ]


def _with_names(query: Any, kind: Any, seen_by: Member | None = None) -> Any:
    if seen_by:
        mentor, mentee = aliased(Enrolment), aliased(Enrolment)
        query = (
            query.join(mentor, kind.mentor_enrolment)
            .join(mentee, kind.mentee_enrolment)
            .where(mentor.member_id != seen_by.id, mentee.member_id != seen_by.id)
        )
    return query.options(
        joinedload(kind.mentee_enrolment).joinedload(Enrolment.member),
        joinedload(kind.mentor_enrolment).joinedload(Enrolment.member),
    )


def list_open_around(db: Session, run: MatchRun, mentee: UUID, mentor: UUID) -> Sequence[Proposal]:
    """List the proposals of a run that hold a place of one of two people, weakest first."""
    query = (
        select(Proposal)
        .where(
            Proposal.run_id == run.id,
            Proposal.state.in_(OPEN),
            or_(Proposal.mentee_enrolment_id == mentee, Proposal.mentor_enrolment_id == mentor),
        )
        .options(
            joinedload(Proposal.mentee_enrolment).joinedload(Enrolment.member),
            joinedload(Proposal.mentor_enrolment).joinedload(Enrolment.member),
        )
        .order_by(Proposal.locked, Proposal.state != ProposalState.SUGGESTED, Proposal.affinity)
    )
    return db.scalars(query).all()


def list_of(db: Session, ids: Sequence[UUID]) -> Sequence[Proposal]:
    """List proposals by their ids, with all that deciding about them needs."""
    if not ids:
        return ()
    query = (
        select(Proposal)
        .where(Proposal.id.in_(ids))
        .options(
            joinedload(Proposal.mentee_enrolment).joinedload(Enrolment.member),
            joinedload(Proposal.mentor_enrolment).joinedload(Enrolment.member),
            joinedload(Proposal.programme),
            joinedload(Proposal.run),
        )
    )
    return db.scalars(query.order_by(Proposal.affinity.desc())).all()


def find_of_pair(db: Session, run: MatchRun, mentee: UUID, mentor: UUID) -> Proposal | None:
    here = {"run_id": run.id, "mentee_enrolment_id": mentee, "mentor_enrolment_id": mentor}
    return db.scalar(select(Proposal).filter_by(**here))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who could be paired by hand, and with whom they are in the run now."""

    enrolment: Enrolment
    partners: tuple[str, ...]


def find_people(db: Session, run: MatchRun, side: Side, asked: str) -> list[Candidate]:
    """Find people of a side by name or topic; an id gives exactly that person."""
    by_name = func.lower(Member.name), Enrolment.id
    some = (
        select(Enrolment.id)
        .join(Enrolment.member)
        .where(
            Enrolment.programme_id == run.programme_id,
            Enrolment.side == side,
            Enrolment.state.in_(LOOKED_FOR),
            Enrolment.places > 0,
        )
        .order_by(*by_name)
        .limit(SHOWN)
    )
    # Found by their ids alone: putting all that people wrote in order takes most of the time.
    ids = (some.where(_is_asked(asked)) if asked else some).subquery()
    query = select(Enrolment).join(Enrolment.member).options(contains_eager(Enrolment.member))
    people = db.scalars(query.where(Enrolment.id.in_(select(ids.c.id))).order_by(*by_name)).all()
    partners = _partners(db, run, side, [each.id for each in people])
    return [Candidate(enrolment=each, partners=tuple(partners.get(each.id, ()))) for each in people]


def find_enrolments(
    db: Session, run: MatchRun, mentee: UUID | None, mentor: UUID | None
) -> tuple[Enrolment, Enrolment] | None:
    """Find the mentee and the mentor with these ids, both of the run's programme."""
    if mentee is None or mentor is None:
        return None
    query = (
        select(Enrolment)
        .where(Enrolment.id.in_((mentee, mentor)), Enrolment.programme_id == run.programme_id)
        .options(joinedload(Enrolment.member))
    )
    found = {each.side: each for each in db.scalars(query)}
    if found.keys() != set(Side):
        return None
    return found[Side.MENTEE], found[Side.MENTOR]


def _is_asked(asked: str) -> Any:
    try:
        return Enrolment.id == UUID(asked)
    except ValueError:
        spellings = {asked, asked.lower(), asked.title()}
        names = [Member.name.icontains(text, autoescape=True) for text in spellings]
        return or_(*names, cast(Enrolment.role, String).icontains(asked, autoescape=True))


def _partners(db: Session, run: MatchRun, side: Side, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    if not ids:
        return {}
    mine, theirs = Proposal.mentee_enrolment_id, Proposal.mentor_enrolment_id
    if side == Side.MENTOR:
        mine, theirs = theirs, mine
    query = (
        select(mine, Member.name)
        .join(Enrolment, Enrolment.id == theirs)
        .join(Member, Member.id == Enrolment.member_id)
        .where(Proposal.run_id == run.id, Proposal.state.in_(HELD), mine.in_(ids))
        .order_by(Member.name)
    )
    found: dict[UUID, list[str]] = {}
    for enrolment_id, name in db.execute(query):
        found.setdefault(enrolment_id, []).append(name)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A run as it stands now: who has somebody, and the sum of the affinities."""

    covered: int = 0
    total: float = 0.0
    worst: float | None = None


def count_standing(db: Session, run: MatchRun | None) -> Standing:
    if run is None:
        return Standing()
    query = select(
        func.count(func.distinct(Proposal.mentee_enrolment_id)),
        func.coalesce(func.sum(Proposal.affinity), 0.0),
        func.min(Proposal.affinity),
    ).where(Proposal.run_id == run.id, Proposal.state.in_(HELD))
    covered, total, worst = db.execute(query).one()
    return Standing(covered=covered, total=total, worst=worst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Something that was between two people before: a proposal, or a pairing."""

    on: date | datetime
    state: ProposalState | None = None
    number: int | None = None  # of the run
    ended: date | None = None
    is_pairing: bool = False
    reason: str = ""


def list_before(
    db: Session, mentee: Enrolment, mentor: Enrolment, *, but: Proposal | None = None
) -> list[Before]:
    """List earlier proposals and pairings of two people in a programme, whoever was mentor."""
    return [*_pairings(db, mentee, mentor), *_proposals(db, mentee, mentor, but)]


def _pairings(db: Session, mentee: Enrolment, mentor: Enrolment) -> list[Before]:
    two = {mentee.member_id, mentor.member_id}
    query = select(Pairing.since, Pairing.closed_on).where(
        Pairing.programme_id == mentee.programme_id,
        Pairing.mentor_member_id.in_(two),
        Pairing.mentee_member_id.in_(two),
    )
    return [
        Before(on=since, ended=closed, is_pairing=True)
        for since, closed in db.execute(query.order_by(Pairing.since))
    ]


def _proposals(
    db: Session, mentee: Enrolment, mentor: Enrolment, but: Proposal | None
) -> list[Before]:
    two = {mentee.member_id, mentor.member_id}
    one, other = aliased(Enrolment), aliased(Enrolment)
    told = (ProposalState.DECLINED, ProposalState.EXPIRED, ProposalState.REJECTED)
    query = (
        select(Proposal.created_at, Proposal.decided_at, Proposal.state, MatchRun.number)
        .join(one, Proposal.mentor_enrolment)
        .join(other, Proposal.mentee_enrolment)
        .outerjoin(MatchRun, MatchRun.id == Proposal.run_id)
        .where(
            Proposal.programme_id == mentee.programme_id,
            Proposal.state.in_(told),
            one.member_id.in_(two),
            other.member_id.in_(two),
            one.member_id != other.member_id,
            Proposal.id != (but.id if but else None),
        )
        .order_by(Proposal.created_at)
    )
    return [
        Before(on=decided or made, state=state, number=number)
        for made, decided, state, number in db.execute(query)
    ]
