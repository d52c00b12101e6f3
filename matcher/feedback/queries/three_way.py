"""What can be asked about talks of the three."""

from uuid import UUID

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.feedback.models import ThreeWay
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme


def find_three_way(db: Session, pairing_id: UUID, *, seen_by: Member) -> ThreeWay | None:
    """Find the latest for one of the two: for the second only after the first one's yes."""
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    may_know = or_(ThreeWay.first_id == seen_by.id, ThreeWay.first_says.is_(True))
    pairing = contains_eager(ThreeWay.pairing)
    query = (
        select(ThreeWay)
        .join(ThreeWay.pairing)
        .where(ThreeWay.pairing_id == pairing_id, theirs, may_know)
        .options(
            pairing.joinedload(Pairing.mentor),
            pairing.joinedload(Pairing.mentee),
            pairing.joinedload(Pairing.programme).joinedload(Programme.contact),
        )
        .order_by(ThreeWay.asked_at.desc())
        .limit(1)
    )
    return db.scalar(query)


def latest_three_way(db: Session, pairing: Pairing) -> ThreeWay | None:
    """Return the latest for the pairing's coordinator."""
    query = select(ThreeWay).where(ThreeWay.pairing_id == pairing.id)
    latest = query.order_by(ThreeWay.asked_at.desc()).limit(1)
    return db.scalar(latest.options(joinedload(ThreeWay.pairing)))


def count_asked(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    """Count the talks that wait for this person's answer."""
    first = and_(ThreeWay.first_id == member_id, ThreeWay.first_says.is_(None))
    second = and_(
        ThreeWay.first_id != member_id,
        ThreeWay.first_says.is_(True),
        ThreeWay.second_says.is_(None),
    )
    here = ThreeWay.pairing_id == pairing_id
    return select(func.count(ThreeWay.id)).where(here, or_(first, second)).scalar_subquery()
