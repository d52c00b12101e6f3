"""What can be asked about settings that were tried."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.proposals.models import Proposal, Variant
from matcher.proposals.queries.by_hand import HELD

TRIED_SHOWN = 8


def find_variant(
    db: Session, programme_id: UUID, variant_id: UUID, *, seen_by: Member
) -> Variant | None:
    """Find settings that were tried, for those who look after the programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Variant.id == variant_id, Variant.programme_id == programme_id
    query = select(Variant).where(*here)
    return db.scalar(query.options(joinedload(Variant.programme).joinedload(Programme.contact)))


def get_variant(db: Session, variant_id: UUID) -> Variant | None:
    """Return settings for the work that tries them."""
    query = select(Variant).where(Variant.id == variant_id)
    return db.scalar(query.options(joinedload(Variant.programme)))


def find_named(db: Session, programme_id: UUID, name: str) -> Variant | None:
    return db.scalar(select(Variant).filter_by(programme_id=programme_id, name=name))


def list_variants(db: Session, programme: Programme) -> list[tuple[Variant, str | None]]:
    """List the settings with a name, and those tried last, each with who made them."""
    named = Variant.name.is_not(None)
    query = (
        select(Variant, Member.name)
        .outerjoin(Member, Member.id == Variant.made_by_id)
        .where(Variant.programme_id == programme.id)
        .order_by(named.desc(), Variant.made_at.desc())
        .limit(50)
    )
    rows: list[tuple[Variant, str | None]] = []
    rows += [(variant, name) for variant, name in db.execute(query)]
    tried = [row for row in rows if not row[0].name][:TRIED_SHOWN]
    return [row for row in rows if row[0].name] + tried


def list_pairs_standing(db: Session, run_id: UUID | None) -> Sequence[Proposal]:
    """List the pairs of a run that stand: what something new is compared with."""
    if run_id is None:
        return ()
    here = Proposal.run_id == run_id, Proposal.state.in_(HELD)
    return db.scalars(select(Proposal).where(*here)).all()
