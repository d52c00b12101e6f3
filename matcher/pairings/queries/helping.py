"""Requests for practical help."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ScalarSelect, func, or_, select
from sqlalchemy.orm import Session, contains_eager

from matcher.members.models import Member
from matcher.pairings.models import HelpRequest, Pairing
from matcher.pairings.queries.pairings import with_people


def list_requests(db: Session, pairing: Pairing) -> Sequence[HelpRequest]:
    """List the requests of a pairing, the latest first."""
    query = select(HelpRequest).where(HelpRequest.pairing_id == pairing.id)
    return db.scalars(query.order_by(HelpRequest.asked_at.desc(), HelpRequest.id)).all()


def find_request(
    db: Session, pairing_id: UUID, request_id: UUID, *, seen_by: Member
) -> HelpRequest | None:
    """Find a request of a pairing, but only for the two people in it."""
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = (
        select(HelpRequest)
        .join(HelpRequest.pairing)
        .where(HelpRequest.id == request_id, HelpRequest.pairing_id == pairing_id, theirs)
        .options(contains_eager(HelpRequest.pairing).options(*with_people()))
    )
    return db.scalar(query)


def count_requests(pairing_id: UUID, _member_id: UUID) -> ScalarSelect[int]:
    """Count the requests that are open."""
    here = HelpRequest.pairing_id == pairing_id, HelpRequest.closed_at.is_(None)
    return select(func.count(HelpRequest.id)).where(*here).scalar_subquery()


def list_closed_requests(
    db: Session, pairing_id: UUID | None = None
) -> Sequence[tuple[Pairing, list[HelpRequest]]]:
    """List pairings under way with the requests closed there, the latest first."""
    query = (
        select(Pairing, HelpRequest)
        .join(HelpRequest, HelpRequest.pairing_id == Pairing.id)
        .where(Pairing.closed_on.is_(None), HelpRequest.closed_at.is_not(None))
        .options(*with_people())
        .order_by(Pairing.id, HelpRequest.closed_at.desc(), HelpRequest.id)
    )
    if pairing_id:
        query = query.where(Pairing.id == pairing_id)
    found: dict[UUID, tuple[Pairing, list[HelpRequest]]] = {}
    for pairing, request in db.execute(query):
        found.setdefault(pairing.id, (pairing, []))[1].append(request)
    return list(found.values())
