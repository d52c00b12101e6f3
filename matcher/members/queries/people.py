"""Members by their address, and by their accounts at a provider."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from matcher.foundation.text import fold
from matcher.members.models import Identity, Member


def find_by_email(db: Session, email: str) -> Member | None:
    """Find a member by address, whatever its capitals."""
    return db.scalar(select(Member).where(Member.email_key == fold(email)))


def find_me(_db: Session, *, seen_by: Member) -> Member:
    """Return whoever asks: for pages about oneself."""
    return seen_by


def find_administrator(_db: Session, *, seen_by: Member) -> Member | None:
    """Return whoever asks, where they are an administrator: for others there is no such page."""
    return seen_by if seen_by.is_administrator else None


def find_helped(db: Session, helped_id: UUID, *, seen_by: Member) -> Member | None:
    """Find whose account needs help: for administrators alone."""
    return db.get(Member, helped_id) if seen_by.is_administrator else None


def find_identity(db: Session, issuer: str, subject: str) -> Identity | None:
    """Find whose account here an account at a provider opens."""
    query = (
        select(Identity)
        .join(Identity.member)
        .where(Identity.issuer == issuer, Identity.subject == subject)
        .options(contains_eager(Identity.member).joinedload(Member.grants))
    )
    return db.scalars(query).unique().one_or_none()


def find_identity_of(db: Session, member: Member, issuer: str) -> Identity | None:
    """Find a member's account at a provider."""
    mine = Identity.member_id == member.id, Identity.issuer == issuer
    return db.scalar(select(Identity).where(*mine))
