"""Which coordinator looks after which pairing."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.models.keeper import Keeper
from matcher.programmes.models import Programme

PAGE = 50


def list_kept(
    db: Session, programme: Programme, *, seen_by: Member, page: int = 1
) -> list[tuple[Pairing, str]]:
    """List a page of the pairs at work with who looks after each, and one more; not one's own."""
    query = (
        select(Pairing, Member.name)
        .outerjoin(Keeper, Keeper.pairing_id == Pairing.id)
        .outerjoin(Member, Member.id == Keeper.member_id)
        .where(
            Pairing.programme_id == programme.id,
            Pairing.state != PairingState.CLOSED,
            Pairing.mentor_member_id != seen_by.id,
            Pairing.mentee_member_id != seen_by.id,
        )
        .options(joinedload(Pairing.mentor), joinedload(Pairing.mentee))
        .order_by(Member.name, Pairing.since, Pairing.id)
        .limit(PAGE + 1)
        .offset((page - 1) * PAGE)
    )
    contact = programme.contact.name
    return [(pairing, name or contact) for pairing, name in db.execute(query)]


def list_for_hand_over(
    db: Session, programme: Programme, ids: Sequence[UUID], *, seen_by: Member
) -> Sequence[Pairing]:
    query = select(Pairing).where(
        Pairing.id.in_(ids),
        Pairing.programme_id == programme.id,
        Pairing.state != PairingState.CLOSED,
        Pairing.mentor_member_id != seen_by.id,
        Pairing.mentee_member_id != seen_by.id,
    )
    return db.scalars(query).all()


def find_keeper(db: Session, pairing: Pairing) -> Keeper | None:
    return db.scalar(select(Keeper).where(Keeper.pairing_id == pairing.id))
