"""Hard stretches: whose they are, and who may know of them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.models.rupture import Rupture


def list_open_ruptures(db: Session, pairing: Pairing) -> Sequence[Rupture]:
    """List the hard stretches of a pairing that go on, for its coordinators."""
    open_ones = Rupture.pairing_id == pairing.id, Rupture.ended_at.is_(None)
    return db.scalars(select(Rupture).where(*open_ones).order_by(Rupture.began_at)).all()


def known_ruptures(db: Session, pairing: Pairing, member: Member) -> Sequence[Rupture]:
    """List what one of the two may know: their own, and what was shared with them."""
    theirs = or_(Rupture.member_id == member.id, Rupture.shared_at.is_not(None))
    open_ones = Rupture.pairing_id == pairing.id, Rupture.ended_at.is_(None)
    query = select(Rupture).where(*open_ones, theirs)
    return db.scalars(query.order_by(Rupture.began_at)).all()


def is_hard_for(db: Session, pairing: Pairing, member: Member) -> bool:
    """Tell whether somebody gets cards for a hard stretch now."""
    return bool(known_ruptures(db, pairing, member))


def count_unanswered(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    """Count what one person may know and has not chosen a way for; the other's only if shared."""
    mine = and_(Rupture.member_id == member_id, Rupture.wish.is_(None))
    shared = and_(Rupture.member_id != member_id, Rupture.shared_at.is_not(None))
    open_ones = Rupture.pairing_id == pairing_id, Rupture.ended_at.is_(None)
    return select(func.count(Rupture.id)).where(*open_ones, or_(mine, shared)).scalar_subquery()
