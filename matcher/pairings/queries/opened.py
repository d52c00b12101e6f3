"""Who opened which page of the space."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matcher.foundation.asking import made_once
from matcher.pairings.models import LeafOpened, Pairing

MOST = 20


def list_opened(db: Session, pairing: Pairing, leaf: str) -> Sequence[LeafOpened]:
    """List who opened a page of this pairing, the latest first."""
    return db.scalars(_opened(), {"pairing_id": pairing.id, "leaf": leaf}).all()


@made_once
def _opened(pairing_id: UUID, leaf: str) -> Select[LeafOpened]:
    here = LeafOpened.pairing_id == pairing_id, LeafOpened.leaf == leaf
    query = select(LeafOpened).where(*here).order_by(LeafOpened.opened_at.desc(), LeafOpened.id)
    return query.limit(MOST)
