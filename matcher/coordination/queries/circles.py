"""Circles of mentors, who is invited, and who could be."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.coordination.models import Circle, CircleGuest
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Invited:
    """A circle as one guest finds it."""

    circle: Circle
    guest: CircleGuest
    programme: Programme


def list_circles(db: Session, programme_id: UUID) -> list[tuple[Circle, CircleGuest, str]]:
    """List the circles of a programme with everybody invited, the next ones first."""
    query = (
        select(Circle, CircleGuest, Member.name)
        .join(CircleGuest, CircleGuest.circle_id == Circle.id)
        .join(Member, Member.id == CircleGuest.member_id)
        .where(Circle.programme_id == programme_id)
        .order_by(Circle.starts_at.desc(), Circle.id, Member.name)
        .limit(200)
    )
    return [(circle, guest, name) for circle, guest, name in db.execute(query)]


def list_mentors(db: Session, programme_id: UUID) -> Sequence[Member]:
    """List the mentors of open pairings who can be written to."""
    query = (
        select(Member)
        .join(Pairing, Pairing.mentor_member_id == Member.id)
        .where(Pairing.programme_id == programme_id, Pairing.state != PairingState.CLOSED)
        .where(Member.email.is_not(None), Member.disabled_at.is_(None))
        .distinct()
        .order_by(Member.name, Member.id)
    )
    return db.scalars(query).all()


def find_circle(db: Session, circle_id: UUID, *, seen_by: Member) -> Invited | None:
    """Find a circle for one of its guests."""
    query = (
        select(Circle, CircleGuest, Programme)
        .join(CircleGuest, CircleGuest.circle_id == Circle.id)
        .join(Programme, Programme.id == Circle.programme_id)
        .where(Circle.id == circle_id, CircleGuest.member_id == seen_by.id)
    )
    row = db.execute(query).first()
    return Invited(*row) if row else None
