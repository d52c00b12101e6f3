"""Who could come next for a mentee whose proposal ended: the run's alternates, as it is now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session, joinedload

from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.proposals.models import ForbiddenPair, Proposal, ProposalState
from matcher.proposals.queries.places import SETTLED, count_taken, list_avoidances

ENDED = (ProposalState.DECLINED, ProposalState.EXPIRED, ProposalState.STALE)
HELD = (ProposalState.SUGGESTED, ProposalState.APPROVED)
# As many stand on the page, and are proposed for at once; the others follow after them.
MOST = 50
Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBest:
    """A mentee who is left, what ended, and who suits best of those who still can."""

    ended: Proposal
    mentor: Enrolment | None
    affinity: float
    costs: float = 0.0  # to the whole, as the run reckoned it
    fewer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What decides whether two people can be proposed to each other now."""

    taken: Counter[UUID]
    refused: frozenset[Pair]
    apart: frozenset[Pair]  # members, in both orders
    people: dict[UUID, Enrolment]


def list_next_best(db: Session, programme: Programme, *, seen_by: Member) -> list[NextBest]:
    """List those who are left with their next best, so that all could be told at once."""
    left = [each for each in _left(db, programme) if not _is_about(each, seen_by)]
    around = _look_around(db, programme, left)
    return list(_one_after_the_other(left, around, seen_by))


def _one_after_the_other(
    left: Sequence[Proposal], around: _Around, seen_by: Member
) -> Iterator[NextBest]:
    for ended in left:
        best = _best(ended, around, seen_by)
        if best.mentor:
            around.taken[best.mentor.id] += 1
        yield best


def _best(ended: Proposal, around: _Around, seen_by: Member) -> NextBest:
    mentee = ended.mentee_enrolment
    others = sorted(ended.reasons.get("alternates", ()), key=lambda each: -each["affinity"])
    for each in others:
        mentor = around.people.get(UUID(each["offer"]))
        if mentor and mentor.member_id != seen_by.id and _is_possible(mentee, mentor, around):
            affinity, costs = float(each["affinity"]), float(each["costs"])
            fewer = each.get("fewer", 0)
            return NextBest(ended=ended, mentor=mentor, affinity=affinity, costs=costs, fewer=fewer)
    return NextBest(ended=ended, mentor=None, affinity=0.0)


def _is_possible(mentee: Enrolment, mentor: Enrolment, around: _Around) -> bool:
    return (
        mentor.is_confirmed
        and around.taken[mentor.id] < mentor.places
        and (mentee.id, mentor.id) not in around.refused
        and (mentee.member_id, mentor.member_id) not in around.apart
    )


def _left(db: Session, programme: Programme) -> list[Proposal]:
    """The last ended proposal of each mentee who waits, and for whom nothing else is on its way."""
    on_its_way = select(Proposal.mentee_enrolment_id).where(
        Proposal.programme_id == programme.id, Proposal.state.in_(HELD)
    )
    query = (
        select(Proposal)
        .join(Proposal.mentee_enrolment)
        .where(
            Proposal.programme_id == programme.id,
            Proposal.state.in_(ENDED),
            Proposal.offered_at.is_not(None),
            Enrolment.state == EnrolmentState.WAITING,
            Proposal.mentee_enrolment_id.not_in(on_its_way),
        )
        .options(
            joinedload(Proposal.mentee_enrolment).joinedload(Enrolment.member),
            joinedload(Proposal.mentor_enrolment).joinedload(Enrolment.member),
        )
        .order_by(Proposal.offered_at.desc(), Proposal.id)
        .limit(MOST)
    )
    last: dict[UUID, Proposal] = {}
    for proposal in db.scalars(query):
        last.setdefault(proposal.mentee_enrolment_id, proposal)
    return sorted(last.values(), key=lambda each: each.mentee_enrolment.member.name.casefold())


def _look_around(db: Session, programme: Programme, left: Sequence[Proposal]) -> _Around:
    apart = {(each.member_id, each.other_id) for each in list_avoidances(db, programme.id)}
    people = _mentors(db, left)
    taken = Counter(count_taken(db, programme.id, of=list(people)))
    taken.update(_approved(db, programme, list(people)))
    return _Around(
        taken=taken,
        refused=_refused(db, programme, [each.mentee_enrolment_id for each in left]),
        apart=frozenset(apart | {(other, one) for one, other in apart}),
        people=people,
    )


def _refused(db: Session, programme: Programme, mentees: Sequence[UUID]) -> frozenset[Pair]:
    """Two who were told of each other, put aside, kept apart or paired before; one query."""
    here = programme.id
    kinds = (
        select(Proposal.mentee_enrolment_id, Proposal.mentor_enrolment_id).where(
            Proposal.programme_id == here,
            Proposal.state.in_((*SETTLED, ProposalState.EXPIRED)),
            Proposal.mentee_enrolment_id.in_(mentees),
        ),
        select(Pairing.mentee_enrolment_id, Pairing.mentor_enrolment_id).where(
            Pairing.programme_id == here, Pairing.mentee_enrolment_id.in_(mentees)
        ),
        select(ForbiddenPair.mentee_enrolment_id, ForbiddenPair.mentor_enrolment_id).where(
            ForbiddenPair.programme_id == here, ForbiddenPair.mentee_enrolment_id.in_(mentees)
        ),
    )
    return frozenset((mentee, mentor) for mentee, mentor in db.execute(union_all(*kinds)))


def _approved(db: Session, programme: Programme, mentors: Sequence[UUID]) -> list[UUID]:
    """Mentors to whom an approved pair of the current run will hold: they are as good as taken."""
    query = select(Proposal.mentor_enrolment_id).where(
        Proposal.run_id == programme.current_run_id,
        Proposal.state.in_(HELD),
        Proposal.mentor_enrolment_id.in_(mentors),
    )
    return list(db.scalars(query))


def _mentors(db: Session, left: Sequence[Proposal]) -> dict[UUID, Enrolment]:
    ids = {UUID(alt["offer"]) for each in left for alt in each.reasons.get("alternates", ())}
    takes_part = (EnrolmentState.WAITING, EnrolmentState.OFFERED, EnrolmentState.PAIRED)
    query = select(Enrolment).where(Enrolment.id.in_(ids), Enrolment.state.in_(takes_part))
    found = db.scalars(query.options(joinedload(Enrolment.member)))
    return {each.id: each for each in found}


def _is_about(proposal: Proposal, member: Member) -> bool:
    return proposal.mentee_enrolment.member_id == member.id
