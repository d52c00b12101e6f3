"""A programme's library, and what was shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing, Resource, ResourceShown, Tried
from matcher.pairings.queries.pairings import with_people

# The steps of bringing up an entry, and whose each is.
STEPS = {
    "known": Side.MENTEE,
    "share": Side.MENTOR,
    "react": Side.MENTEE,
    "introduce": Side.MENTOR,
    "why": Side.MENTEE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the library, as it stands in one pairing."""

    resource: Resource
    shown: ResourceShown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An entry that a mentor may show in a pairing."""

    pairing: Pairing
    resource: Resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of showing an entry, which has its own page."""

    name: str
    shown: ResourceShown


def list_resources(db: Session, programme_id: UUID) -> Sequence[Resource]:
    """List all entries of a library, those that were not checked for longest first."""
    query = select(Resource).where(Resource.programme_id == programme_id)
    return db.scalars(query.order_by(Resource.checked_on, Resource.id)).all()


def count_tried(db: Session, programme_id: UUID) -> Mapping[UUID, Mapping[Tried | None, int]]:
    """Count what came of each entry."""
    query = (
        select(ResourceShown.resource_id, ResourceShown.tried, func.count())
        .join(ResourceShown.resource)
        .where(Resource.programme_id == programme_id, ResourceShown.shared_at.is_not(None))
        .group_by(ResourceShown.resource_id, ResourceShown.tried)
    )
    counts: dict[UUID, dict[Tried | None, int]] = {}
    for resource_id, tried, number in db.execute(query):
        counts.setdefault(resource_id, {})[tried] = number
    return counts


def list_reasons(db: Session, programme_id: UUID) -> Sequence[ResourceShown]:
    """List why entries were not for somebody, the latest first."""
    query = (
        select(ResourceShown)
        .join(ResourceShown.resource)
        .where(
            Resource.programme_id == programme_id,
            ResourceShown.tried == Tried.NOT_FOR_ME,
            ResourceShown.why_sealed.is_not(None),
        )
        .options(contains_eager(ResourceShown.resource))
        .order_by(ResourceShown.tried_at.desc(), ResourceShown.id)
        .limit(50)
    )
    return db.scalars(query).all()


def find_resource(
    db: Session, programme_id: UUID, resource_id: UUID, *, seen_by: Member
) -> Resource | None:
    """Find an entry for those who keep the library."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Resource.id == resource_id, Resource.programme_id == programme_id
    return db.scalar(select(Resource).where(*here).options(joinedload(Resource.programme)))


def list_entries(db: Session, pairing: Pairing) -> Sequence[Entry]:
    """List the library as a pairing sees it: what is there, and what was shown of it."""
    mine = and_(ResourceShown.resource_id == Resource.id, ResourceShown.pairing_id == pairing.id)
    query = (
        select(Resource, ResourceShown)
        .outerjoin(ResourceShown, mine)
        .where(
            Resource.programme_id == pairing.programme_id,
            or_(Resource.retired_at.is_(None), ResourceShown.id.is_not(None)),
        )
        .order_by(Resource.name_en, Resource.name_nl, ResourceShown.asked_at)
    )
    return [Entry(resource=resource, shown=shown) for resource, shown in db.execute(query)]


def find_offer(
    db: Session, pairing_id: UUID, resource_id: UUID, *, seen_by: Member
) -> Offer | None:
    """Find a pairing, for the two in it, with an entry of its programme's library."""
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = (
        select(Pairing, Resource)
        .join(Resource, Resource.programme_id == Pairing.programme_id)
        .where(Pairing.id == pairing_id, Resource.id == resource_id, theirs)
        .where(Resource.retired_at.is_(None))
        .options(*with_people())
    )
    row = db.execute(query).first()
    return Offer(pairing=row[0], resource=row[1]) if row else None


def find_shown(
    db: Session, pairing_id: UUID, shown_id: UUID, *, seen_by: Member
) -> ResourceShown | None:
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = (
        select(ResourceShown)
        .join(ResourceShown.pairing)
        .where(ResourceShown.id == shown_id, ResourceShown.pairing_id == pairing_id, theirs)
        .options(
            contains_eager(ResourceShown.pairing).options(*with_people()),
            joinedload(ResourceShown.resource),
        )
    )
    return db.scalar(query)


def list_shown(db: Session, pairing: Pairing) -> Sequence[ResourceShown]:
    """List what was brought up in a pairing, the latest first: which place, and how it stands."""
    query = select(ResourceShown).where(ResourceShown.pairing_id == pairing.id)
    newest = query.order_by(ResourceShown.asked_at.desc(), ResourceShown.id).limit(20)
    return db.scalars(newest.options(joinedload(ResourceShown.resource))).all()


def find_overseen_shown(
    db: Session, programme_id: UUID, pairing_id: UUID, shown_id: UUID, *, seen_by: Member
) -> ResourceShown | None:
    """Find something brought up for a coordinator of its programme, unless it is their own pair."""
    if programme_id not in seen_by.coordinates:
        return None
    own = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    here = ResourceShown.id == shown_id, ResourceShown.pairing_id == pairing_id
    query = (
        select(ResourceShown)
        .join(ResourceShown.pairing)
        .where(*here, Pairing.programme_id == programme_id, ~own)
        .options(
            contains_eager(ResourceShown.pairing).options(*with_people()),
            joinedload(ResourceShown.resource),
        )
    )
    return db.scalar(query)


def find_step(
    db: Session, pairing_id: UUID, shown_id: UUID, step: str, *, seen_by: Member
) -> Step | None:
    """Find something that was brought up, and the step of it that is asked for."""
    shown = find_shown(db, pairing_id, shown_id, seen_by=seen_by) if step in STEPS else None
    return Step(name=step, shown=shown) if shown else None


def list_to_ask(db: Session, *, shared_before: datetime) -> Sequence[UUID]:
    """List what was shown long enough ago to ask what came of it, and was not asked about."""
    query = (
        select(ResourceShown.id)
        .join(ResourceShown.pairing)
        .where(
            ResourceShown.shared_at <= shared_before,
            ResourceShown.tried.is_(None),
            Pairing.closed_on.is_(None),
        )
    )
    return db.scalars(query.order_by(ResourceShown.id)).all()


def count_shown(pairing_id: UUID, _member_id: UUID) -> ScalarSelect[int]:
    """Count what was shown of the library in a pairing."""
    here = ResourceShown.pairing_id == pairing_id
    return select(func.count(ResourceShown.id)).where(here).scalar_subquery()
