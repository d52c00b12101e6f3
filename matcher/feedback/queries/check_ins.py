"""What can be asked about check-ins."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.members.models import Member, Purpose
from matcher.members.queries import find_link
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme


def find_check_in(db: Session, check_in_id: UUID, *, seen_by: Member) -> CheckIn | None:
    """Find a check-in for whom it asks, once it has opened: nobody else looks in here."""
    theirs = CheckIn.member_id == seen_by.id, CheckIn.state != CheckInState.PLANNED
    return db.scalar(_whole().where(CheckIn.id == check_in_id, *theirs))


def find_by_link(db: Session, token: str, *, now: datetime) -> CheckIn | None:
    """Find the check-in that a mailed link opens: the link is for this one and nothing else."""
    link = find_link(db, token, Purpose.CHECK_IN, now=now)
    if link is None:
        return None
    theirs = CheckIn.member_id == link.member_id, CheckIn.state != CheckInState.PLANNED
    return db.scalar(_whole().where(CheckIn.id == link.subject_id, *theirs))


def find_entered(
    db: Session, programme_id: UUID, check_in_id: UUID, *, seen_by: Member
) -> CheckIn | None:
    """Find an open check-in for a coordinator who writes down what somebody says."""
    if programme_id not in seen_by.coordinates:
        return None
    own = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = _whole().join(CheckIn.pairing).where(Pairing.programme_id == programme_id, ~own)
    return db.scalar(query.where(CheckIn.id == check_in_id, CheckIn.state == CheckInState.OPEN))


def list_check_ins(db: Session, pairing_ids: Collection[UUID]) -> Sequence[CheckIn]:
    """List the regular check-ins of pairings, the newest first, with those they ask."""
    return db.scalars(_newest_first(pairing_ids).where(CheckIn.kind != CheckInKind.FIT)).all()


def list_all_check_ins(db: Session, pairing_ids: Collection[UUID]) -> Sequence[CheckIn]:
    """List the check-ins of pairings with single questions asked again between them."""
    return db.scalars(_newest_first(pairing_ids)).all()


def _newest_first(pairing_ids: Collection[UUID]) -> Select[CheckIn]:
    query = select(CheckIn).where(CheckIn.pairing_id.in_(pairing_ids))
    order = CheckIn.opens_on.desc(), CheckIn.side
    return query.options(joinedload(CheckIn.member)).order_by(*order)


def _whole() -> Select[CheckIn]:
    pairing = joinedload(CheckIn.pairing)
    programme = pairing.joinedload(Pairing.programme)
    return select(CheckIn).options(
        joinedload(CheckIn.member),
        pairing.joinedload(Pairing.mentor),
        pairing.joinedload(Pairing.mentee),
        programme.joinedload(Programme.contact),
        programme.joinedload(Programme.stand_in),
    )
