"""Finding how a pairing comes to its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.models.closing import Closing, Farewell
from matcher.pairings.queries.pairings import with_people

LIVE = (PairingState.BEGINNING, PairingState.ACTIVE, PairingState.CLOSING)


@dataclass(frozen=True, slots=True)
class Ending:
    """A closing with what each of the two has done for it."""

    closing: Closing | None
    farewells: Sequence[Farewell]

    def of(self, member_id: UUID) -> Farewell | None:
        return next((each for each in self.farewells if each.member_id == member_id), None)


def find_ending(db: Session, pairing: Pairing) -> Ending:
    """Find the closing and both farewells in one question."""
    query = (
        select(Closing, Farewell)
        .select_from(Pairing)
        .outerjoin(Closing, Closing.pairing_id == Pairing.id)
        .outerjoin(Farewell, Farewell.pairing_id == Pairing.id)
        .where(Pairing.id == pairing.id)
        .order_by(Farewell.id)
    )
    rows: Sequence[Row[Closing | None, Farewell | None]] = db.execute(query).all()  # outer joins
    return Ending(rows[0][0], [each for _closing, each in rows if each is not None])


def find_mentees_pairing(db: Session, pairing_id: UUID, *, seen_by: Member) -> Pairing | None:
    """Find a pairing for its mentee: what they take along is theirs alone."""
    mine = Pairing.id == pairing_id, Pairing.mentee_member_id == seen_by.id
    return db.scalar(select(Pairing).where(*mine).options(*with_people()))


def list_coming_ends(db: Session, *, by: date) -> Sequence[UUID]:
    """List the open pairings whose planned time is over by then."""
    live = select(Pairing.id, Pairing.first_met_on, Pairing.since, Pairing.planned_days)
    rows = db.execute(live.where(Pairing.state.in_(LIVE)).order_by(Pairing.id))
    return [
        found
        for found, first_met_on, since, days in rows
        if (first_met_on or since) + timedelta(days=days) <= by
    ]


def list_to_forget(db: Session) -> Sequence[UUID]:
    """List who said, in a pairing that has ended, what becomes of what they wrote."""
    settled = Farewell.wish.is_not(None), Farewell.forgotten_at.is_(None)
    query = select(Farewell.id).join(Farewell.pairing)
    return db.scalars(query.where(*settled, Pairing.closed_on.is_not(None))).all()


def list_closing(db: Session) -> Sequence[UUID]:
    """List the open pairings that know their last day."""
    query = select(Closing.pairing_id).join(Closing.pairing).where(Pairing.state.in_(LIVE))
    return db.scalars(query.order_by(Closing.pairing_id)).all()
