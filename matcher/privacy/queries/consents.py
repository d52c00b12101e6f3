"""What a member agreed to, and who opened what of theirs."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from matcher.audit.models import Opening
from matcher.members.models import Member
from matcher.programmes.models import Consent, Enrolment

AT_MOST = 200


def list_consents(db: Session, member: Member) -> Sequence[Consent]:
    """List what somebody agreed to, the latest first, also what they took back."""
    query = (
        select(Consent)
        .join(Consent.enrolment)
        .where(Enrolment.member_id == member.id)
        .options(contains_eager(Consent.enrolment).joinedload(Enrolment.programme))
        .order_by(Consent.given_at.desc(), Consent.id)
    )
    return db.scalars(query).all()


def find_consent(db: Session, consent_id: UUID, *, seen_by: Member) -> Consent | None:
    """Find what somebody agreed to themselves."""
    query = (
        select(Consent)
        .join(Consent.enrolment)
        .where(Consent.id == consent_id, Enrolment.member_id == seen_by.id)
        .options(
            contains_eager(Consent.enrolment).joinedload(Enrolment.programme),
            contains_eager(Consent.enrolment).joinedload(Enrolment.member),
        )
    )
    return db.scalar(query)


def list_openings(db: Session, member: Member) -> list[tuple[Opening, str]]:
    """List who opened what of a member's, the latest first, with the reader's name."""
    query = (
        select(Opening, Member.name)
        .outerjoin(Member, Member.id == Opening.by_id)
        .where(Opening.member_id == member.id)
        .order_by(Opening.at.desc(), Opening.id)
        .limit(AT_MOST)
    )
    return [(opening, name or "") for opening, name in db.execute(query)]
