"""A programme in numbers, in a few questions however many people there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Select,
    String,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn, CheckInState
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.proposals.models import Answer, Proposal, ProposalState

OVER = (ProposalState.AGREED, ProposalState.DECLINED, ProposalState.EXPIRED)
BANDS = ((0.75, 1.01), (0.5, 0.75), (0.0, 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How many mentees, or mentors, came how far: each person counts once."""

    began: int
    signed_up: int
    told: int
    paired: int
    met: int
    closed: int


def count_reached(db: Session, programme_id: UUID) -> dict[Side, Reached]:
    """Count for each side how many people came how far; one query, one look at each table."""
    people = _people(programme_id).subquery()
    told, pairs = _told(programme_id).subquery(), _pairs(programme_id).subquery()
    three = people.join(told, true()).join(pairs, true())
    row = db.execute(select(people, told, pairs).select_from(three)).mappings().one()
    return {side: Reached(**{each: row[f"{each}_{side}"] for each in STEPS}) for side in Side}


STEPS = ("began", "signed_up", "told", "paired", "met", "closed")


def _people(programme_id: UUID) -> Select[Any]:
    sent = Enrolment.state.not_in((EnrolmentState.DRAFT, EnrolmentState.WITHDRAWN))
    counts: list[Any] = []
    for side in Side:
        mine = Enrolment.side == side
        counts += [
            func.count(case((mine, 1))).label(f"began_{side}"),
            func.count(case((and_(mine, sent), 1))).label(f"signed_up_{side}"),
        ]
    return select(*counts).where(Enrolment.programme_id == programme_id)


def _told(programme_id: UUID) -> Select[Any]:
    counts: list[Any] = [
        func.count(distinct(offered)).label(f"told_{side}") for side, (offered, _) in KEPT.items()
    ]
    here = Proposal.programme_id == programme_id
    return select(*counts).where(here, Proposal.offered_at.is_not(None))


def _pairs(programme_id: UUID) -> Select[Any]:
    met = Pairing.first_met_on.is_not(None)
    closed = and_(met, Pairing.state == PairingState.CLOSED)
    counts: list[Any] = []
    for side, (_of_offer, person) in KEPT.items():
        counts += [
            func.count(distinct(person)).label(f"paired_{side}"),
            func.count(distinct(case((met, person)))).label(f"met_{side}"),
            func.count(distinct(case((closed, person)))).label(f"closed_{side}"),
        ]
    return select(*counts).where(Pairing.programme_id == programme_id)


# Who is meant on each side: in a proposal, and in a pair.
KEPT = {
    Side.MENTOR: (Proposal.mentor_enrolment_id, Pairing.mentor_enrolment_id),
    Side.MENTEE: (Proposal.mentee_enrolment_id, Pairing.mentee_enrolment_id),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """How people answered their proposals, once these were over; and how well they suit."""

    over: int
    answered_by_both: int
    agreed: int
    bands: Mapping[tuple[float, float], int]


def count_responses(db: Session, programme_id: UUID) -> Responses:
    """Count answers to proposals that are over, and the pairs by affinity; one query."""
    here = Proposal.programme_id == programme_id
    over = and_(here, Proposal.state.in_(OVER))
    both = and_(
        over, Proposal.mentor_answer != Answer.PENDING, Proposal.mentee_answer != Answer.PENDING
    )
    agreed = and_(here, Proposal.state == ProposalState.AGREED)
    bands = [
        and_(agreed, Proposal.affinity >= low, Proposal.affinity < high) for low, high in BANDS
    ]
    counts = [
        select(func.count(Proposal.id)).where(each).scalar_subquery()
        for each in (over, both, agreed, *bands)
    ]
    first, second, third, *rest = db.execute(select(*counts)).one()
    return Responses(
        over=first,
        answered_by_both=second,
        agreed=third,
        bands=dict(zip(BANDS, rest, strict=True)),
    )


@dataclass(frozen=True, slots=True)
class Happened:
    """How much of something happened on a day."""

    what: str  # "signed_up", "paired", "asked", "answered"
    day: date
    number: int


def list_by_day(db: Session, programme_id: UUID) -> Sequence[Happened]:
    """List sign-ups, new pairs and check-ins by day; one query."""
    signed_up = func.date(Enrolment.created_at, type_=Date)
    kinds = (
        select(literal("signed_up"), signed_up, func.count())
        .where(
            Enrolment.programme_id == programme_id,
            Enrolment.state.not_in((EnrolmentState.DRAFT, EnrolmentState.WITHDRAWN)),
        )
        .group_by(signed_up),
        select(literal("paired"), Pairing.since, func.count())
        .where(Pairing.programme_id == programme_id)
        .group_by(Pairing.since),
        select(cast(CheckIn.state, String), CheckIn.opens_on, func.count())
        .join(CheckIn.pairing)
        .where(
            Pairing.programme_id == programme_id,
            CheckIn.state.in_((CheckInState.ANSWERED, CheckInState.CLOSED)),
        )
        .group_by(CheckIn.state, CheckIn.opens_on),
    )
    return [Happened(what, day, number) for what, day, number in db.execute(union_all(*kinds))]
