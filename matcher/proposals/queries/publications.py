"""What can be asked about moments at which pairs will be told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.proposals.models import MatchRun
from matcher.proposals.models.publication import Publication


def _is_to_come() -> ColumnElement[bool]:
    return Publication.done_at.is_(None) & Publication.called_off_at.is_(None)


def list_planned(db: Session, run: MatchRun) -> Sequence[tuple[Publication, str | None]]:
    """List what is planned for a run, the soonest first, with who planned it."""
    query = (
        select(Publication, Member.name)
        .outerjoin(Member, Member.id == Publication.by_id)
        .where(Publication.run_id == run.id, _is_to_come())
        .order_by(Publication.at)
    )
    return [(each, name) for each, name in db.execute(query)]


def list_due_publications(db: Session, *, now: datetime) -> list[UUID]:
    query = select(Publication.id).where(_is_to_come(), Publication.at <= now)
    return list(db.scalars(query.order_by(Publication.at)))


def get_publication(db: Session, publication_id: UUID) -> Publication | None:
    """Return a publication for the work that does it."""
    return db.scalar(_whole().where(Publication.id == publication_id))


def find_publication(
    db: Session, programme_id: UUID, run_id: UUID, publication_id: UUID, *, seen_by: Member
) -> Publication | None:
    """Find what is planned, for those who look after the programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = MatchRun.id == run_id, MatchRun.programme_id == programme_id
    query = _whole().join(Publication.run).where(Publication.id == publication_id, *here)
    return db.scalar(query)


def _whole() -> Select[Publication]:
    run = joinedload(Publication.run)
    return select(Publication).options(
        run.joinedload(MatchRun.programme).joinedload(Programme.contact)
    )
