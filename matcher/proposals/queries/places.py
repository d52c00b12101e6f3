"""How many places are taken, and which two people may not be brought together."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select, union_all
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from matcher.programmes.models import Avoidance, Enrolment, Programme
from matcher.programmes.queries.matchable import is_matchable, is_visible
from matcher.proposals.models import Answer, Proposal, ProposalState

# Pairs that no run suggests again, each with the code of the reason.
SETTLED = {
    ProposalState.OFFERED: "offered",
    ProposalState.DECLINED: "declined",
    ProposalState.REJECTED: "forbidden",
}


def count_taken(
    db: Session, programme_id: UUID, *, of: Sequence[UUID] | None = None
) -> dict[UUID, int]:
    """Count the places that pairings and waiting offers hold, of each enrolment or of some."""
    rows = union_all(*holders(programme_id)).subquery()
    query = select(rows.c[0], func.count()).group_by(rows.c[0])
    if of is not None:
        query = query.where(rows.c[0].in_(of))
    return dict(db.execute(query).all())


def count_free(db: Session, programme: Programme, *, today: date) -> dict[Side, tuple[int, int]]:
    """Count who can be in a run and has a place free, and their free places, by side; one query."""
    rows = union_all(*holders(programme.id)).subquery()
    taken = select(rows.c[0], func.count().label("taken")).group_by(rows.c[0]).subquery()
    free = Enrolment.places - func.coalesce(taken.c.taken, 0)
    query = (
        select(Enrolment.side, func.count(), func.sum(free))
        .join(Enrolment.member)
        .outerjoin(taken, taken.c[0] == Enrolment.id)
        .where(
            Enrolment.programme_id == programme.id,
            is_visible(),
            is_matchable(programme, today),
            free > 0,
        )
        .group_by(Enrolment.side)
    )
    return {side: (people, int(places)) for side, people, places in db.execute(query)}


def count_taken_by(db: Session, enrolment: Enrolment) -> int:
    """Count the places of one enrolment that pairings and waiting offers hold."""
    rows = union_all(*holders(enrolment.programme_id)).subquery()
    query = select(func.count()).select_from(rows).where(rows.c[0] == enrolment.id)
    return db.scalar(query) or 0


def has_own_place(db: Session, enrolment: Enrolment) -> bool:
    """Tell whether open pairings leave a place: for an offer that is about to become one."""
    holder, place = _PAIRING[enrolment.side]
    query = select(func.count()).where(holder == enrolment.id, place.is_not(None))
    return (db.scalar(query) or 0) < enrolment.places


def has_open_pairing(db: Session, enrolment: Enrolment) -> bool:
    holder = _PAIRING[enrolment.side]
    query = select(Pairing.id).where(holder[0] == enrolment.id, holder[1].is_not(None))
    return db.scalar(query.limit(1)) is not None


def has_offer(db: Session, enrolment: Enrolment) -> bool:
    """Tell whether a proposal still holds a place of this enrolment."""
    holder, answer = _OFFER[enrolment.side]
    query = select(Proposal.id).where(
        holder == enrolment.id, Proposal.state == ProposalState.OFFERED, answer != Answer.NO
    )
    return db.scalar(query.limit(1)) is not None


def list_avoidances(db: Session, programme_id: UUID) -> Sequence[Avoidance]:
    return db.scalars(select(Avoidance).where(Avoidance.programme_id == programme_id)).all()


def list_paired(db: Session, programme_id: UUID) -> list[tuple[UUID, UUID]]:
    """List the mentee and mentor of each pairing there is or was, as enrolments."""
    query = select(Pairing.mentee_enrolment_id, Pairing.mentor_enrolment_id)
    return list(db.execute(query.where(Pairing.programme_id == programme_id)))


def list_settled(db: Session, programme_id: UUID) -> list[tuple[UUID, UUID, str]]:
    """List mentee, mentor and reason code of each pair that was decided about before."""
    query = select(Proposal.mentee_enrolment_id, Proposal.mentor_enrolment_id, Proposal.state)
    here = Proposal.programme_id == programme_id, Proposal.state.in_(SETTLED)
    rows = db.execute(query.where(*here))
    return [(mentee, mentor, SETTLED[state]) for mentee, mentor, state in rows]


def list_standing(db: Session, run_id: UUID | None) -> Sequence[Proposal]:
    """List what stands when a new run is made: approved or locked pairs of the current one."""
    if run_id is None:
        return ()
    kept = or_(
        Proposal.state == ProposalState.APPROVED,
        (Proposal.state == ProposalState.SUGGESTED) & Proposal.locked,
    )
    return db.scalars(select(Proposal).where(Proposal.run_id == run_id, kept)).all()


_PAIRING = {
    Side.MENTOR: (Pairing.mentor_enrolment_id, Pairing.mentor_place),
    Side.MENTEE: (Pairing.mentee_enrolment_id, Pairing.mentee_place),
}
_OFFER = {
    Side.MENTOR: (Proposal.mentor_enrolment_id, Proposal.mentor_answer),
    Side.MENTEE: (Proposal.mentee_enrolment_id, Proposal.mentee_answer),
}


def holders(programme_id: UUID) -> list[Select[UUID]]:
    """Whoever said no holds no place any more, though the other side may still be thinking."""
    paired = [
        select(holder).where(Pairing.programme_id == programme_id, place.is_not(None))
        for holder, place in _PAIRING.values()
    ]
    offered = [
        select(holder).where(
            Proposal.programme_id == programme_id,
            Proposal.state == ProposalState.OFFERED,
            answer != Answer.NO,
        )
        for holder, answer in _OFFER.values()
    ]
    return [*paired, *offered]
