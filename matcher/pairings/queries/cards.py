"""Which cards somebody was shown. Nobody but them is ever told."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import CardShown, Pairing


def find_card(db: Session, pairing_id: UUID, card_id: UUID, *, seen_by: Member) -> CardShown | None:
    """Find a card that the member who asks was shown."""
    mine = CardShown.pairing_id == pairing_id, CardShown.member_id == seen_by.id
    return db.scalar(select(CardShown).where(CardShown.id == card_id, *mine))


def list_cards_shown(db: Session, pairing: Pairing, member: Member) -> Sequence[CardShown]:
    """List the cards one person was shown in a pairing, the latest first."""
    mine = CardShown.pairing_id == pairing.id, CardShown.member_id == member.id
    query = select(CardShown).where(*mine).order_by(CardShown.shown_at.desc(), CardShown.id)
    return db.scalars(query).all()
