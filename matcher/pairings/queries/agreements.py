"""What two people expect, what they agreed, and who opened which page of theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ScalarSelect, case, exists, func, select
from sqlalchemy.orm import Session, contains_eager

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Agreement, Expectation, OutsideHours, Pairing
from matcher.pairings.queries.pairings import with_people

# How an agreement stands for one reader, as the number that the space counts.
ASK, WAIT, DIFFERS, READ, SAID_YES, AGREED = range(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is there of the start: answers by side, and what was drafted from them."""

    answers: Mapping[Side, Expectation]
    agreement: Agreement | None


def find_start(db: Session, pairing: Pairing) -> Start:
    query = (
        select(Expectation, Agreement)
        .outerjoin(Agreement, Agreement.pairing_id == Expectation.pairing_id)
        .where(Expectation.pairing_id == pairing.id)
    )
    rows = db.execute(query).all()
    return Start(
        answers={expected.side: expected for expected, _agreement in rows},
        agreement=rows[0][1] if rows else None,
    )


def list_agreements_open(db: Session, pairing_id: UUID | None = None) -> Sequence[Agreement]:
    """List what was drafted from answers that lie far apart, and is not agreed yet."""
    is_open = Agreement.mentor_yes_at.is_(None) | Agreement.mentee_yes_at.is_(None)
    query = (
        select(Agreement)
        .join(Agreement.pairing)
        .where(Agreement.differs, is_open, Pairing.closed_on.is_(None))
        .options(contains_eager(Agreement.pairing).options(*with_people()))
        .order_by(Agreement.id)
    )
    if pairing_id:
        query = query.where(Agreement.pairing_id == pairing_id)
    return db.scalars(query).all()


def list_outside_hours(
    db: Session, pairing_id: UUID | None = None
) -> Sequence[tuple[Pairing, list[OutsideHours]]]:
    """List pairings under way with what was said of contact outside agreed hours, oldest first."""
    query = (
        select(Pairing, OutsideHours)
        .join(OutsideHours, OutsideHours.pairing_id == Pairing.id)
        .where(Pairing.closed_on.is_(None))
        .options(*with_people())
        .order_by(Pairing.id, OutsideHours.member_id, OutsideHours.day)
    )
    if pairing_id:
        query = query.where(Pairing.id == pairing_id)
    found: dict[UUID, tuple[Pairing, list[OutsideHours]]] = {}
    for pairing, said in db.execute(query):
        found.setdefault(pairing.id, (pairing, []))[1].append(said)
    return list(found.values())


def find_outside_hours(
    db: Session, pairing: Pairing, member: Member, day: date
) -> OutsideHours | None:
    mine = OutsideHours.pairing_id == pairing.id, OutsideHours.member_id == member.id
    return db.scalar(select(OutsideHours).where(*mine, OutsideHours.day == day))


def count_agreement(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    """Tell how the agreement stands for this reader; nothing of it differs by any answer's value.

    Whether the other has answered yet shows only once the reader has: then both are revealed.
    """
    is_mentor = exists().where(Pairing.id == pairing_id, Pairing.mentor_member_id == member_id)
    side = case((is_mentor, Side.MENTOR.value), else_=Side.MENTEE.value)
    mine = exists().where(Expectation.pairing_id == pairing_id, Expectation.side == side)
    there = Agreement.pairing_id == pairing_id
    yes = Agreement.mentor_yes_at.is_not(None), Agreement.mentee_yes_at.is_not(None)
    my_yes = case((is_mentor, yes[0]), else_=yes[1])
    states = case(
        (exists().where(there, *yes), AGREED),
        (exists().where(there, my_yes), SAID_YES),
        (exists().where(there, Agreement.differs), DIFFERS),
        (exists().where(there), READ),
        (mine, WAIT),
        else_=ASK,
    )
    return select(func.max(states)).scalar_subquery()
