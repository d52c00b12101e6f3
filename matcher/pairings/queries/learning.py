"""What is known of which card helps, and which tips somebody does not want."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.styles import ENOUGH, Learned, Tally, pooled_rate
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Pairing
from matcher.pairings.models.card_learning import StyleTally, TipMute


def list_mutes(db: Session, pairing: Pairing, member: Member) -> frozenset[Tip]:
    mine = TipMute.pairing_id == pairing.id, TipMute.member_id == member.id
    return frozenset(db.scalars(select(TipMute.tip).where(*mine)))


def find_learned(db: Session, programme_id: UUID) -> Learned:
    """Find what a programme's people said of styles, beside what all programmes' people said."""
    rows = db.scalars(select(StyleTally)).all()
    every = [tally for row in rows for tally in _tallies(row).values()]
    here = next((row for row in rows if row.programme_id == programme_id), None)
    return Learned(
        tallies=_tallies(here) if here else {},
        pooled=pooled_rate(every),
        is_on=sum(row.answered for row in rows) > ENOUGH,
    )


def list_answered(db: Session, programme_id: UUID) -> Sequence[CardShown]:
    """List the cards of a programme that were answered; only Python reads the answers."""
    query = select(CardShown).join(CardShown.pairing)
    here = Pairing.programme_id == programme_id, CardShown.answered_at.is_not(None)
    return db.scalars(query.where(*here).order_by(CardShown.id)).all()


def find_tally(db: Session, programme_id: UUID) -> StyleTally | None:
    return db.scalar(select(StyleTally).where(StyleTally.programme_id == programme_id))


def _tallies(row: StyleTally) -> dict[str, Tally]:
    return {style: Tally(*sums) for style, sums in row.styles.items()}
