"""Who opened which page of the space."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.pairings.models import LeafOpened, Pairing

MOST = 20


def list_opened(db: Session, pairing: Pairing, leaf: str) -> Sequence[LeafOpened]:
    """List who opened a page of this pairing, the latest first."""
    here = LeafOpened.pairing_id == pairing.id, LeafOpened.leaf == leaf
    query = select(LeafOpened).where(*here).order_by(LeafOpened.opened_at.desc(), LeafOpened.id)
    return db.scalars(query.limit(MOST)).all()
