"""Finding one's own hard stretch."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.models.rupture import Rupture


@dataclass(frozen=True, slots=True)
class Noticed:
    rupture: Rupture
    pairing: Pairing


def find_rupture(
    db: Session, pairing_id: UUID, rupture_id: UUID, *, seen_by: Member
) -> Noticed | None:
    """Find a hard stretch for whoever noticed it, and for nobody else."""
    query = (
        select(Rupture, Pairing)
        .join(Pairing, Pairing.id == Rupture.pairing_id)
        .where(Rupture.id == rupture_id, Rupture.pairing_id == pairing_id)
        .where(Rupture.member_id == seen_by.id)
    )
    row = db.execute(query).first()
    return Noticed(*row) if row else None
