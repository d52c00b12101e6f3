"""A programme in numbers, in a few questions however many people there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import (
    Date,
    ScalarSelect,
    String,
    and_,
    cast,
    func,
    literal,
    select,
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
    """Count for each side how many people came how far; one query."""
    query = select(*(number for side in Side for number in _of_side(side, programme_id)))
    row = list(db.execute(query).one())
    names = ("began", "signed_up", "told", "paired", "met", "closed")
    each = len(names)
    return {
        side: Reached(**dict(zip(names, row[n * each : (n + 1) * each], strict=True)))
        for n, side in enumerate(Side)
    }


def _of_side(side: Side, programme_id: UUID) -> tuple[ScalarSelect[int], ...]:
    people = Enrolment.programme_id == programme_id, Enrolment.side == side
    sent = Enrolment.state.not_in((EnrolmentState.DRAFT, EnrolmentState.WITHDRAWN))
    offered = Proposal.mentor_enrolment_id, Proposal.mentee_enrolment_id
    paired = Pairing.mentor_enrolment_id, Pairing.mentee_enrolment_id
    told, pair = (offered[0], paired[0]) if side == Side.MENTOR else (offered[1], paired[1])
    met = and_(Pairing.programme_id == programme_id, Pairing.first_met_on.is_not(None))
    return (
        select(func.count(Enrolment.id)).where(*people).scalar_subquery(),
        select(func.count(Enrolment.id)).where(*people, sent).scalar_subquery(),
        select(func.count(func.distinct(told)))
        .where(Proposal.programme_id == programme_id, Proposal.offered_at.is_not(None))
        .scalar_subquery(),
        select(func.count(func.distinct(pair)))
        .where(Pairing.programme_id == programme_id)
        .scalar_subquery(),
        select(func.count(func.distinct(pair))).where(met).scalar_subquery(),
        select(func.count(func.distinct(pair)))
        .where(met, Pairing.state == PairingState.CLOSED)
        .scalar_subquery(),
    )


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
