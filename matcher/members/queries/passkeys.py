"""Passkeys of members."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.members.models import Member, Passkey


def find_passkey(db: Session, credential: str) -> Passkey | None:
    """Find the passkey that a device calls so, with its member, whose account may be used."""
    query = (
        select(Passkey)
        .join(Passkey.member)
        .where(Passkey.credential == credential, Member.disabled_at.is_(None))
        .options(contains_eager(Passkey.member).joinedload(Member.grants))
    )
    return db.scalars(query).unique().one_or_none()


def list_passkeys(db: Session, member: Member) -> list[Passkey]:
    """List a member's passkeys, the first made first."""
    mine = select(Passkey).where(Passkey.member_id == member.id)
    return list(db.scalars(mine.order_by(Passkey.made_at, Passkey.id)))


def find_own_passkey(db: Session, passkey_id: UUID, *, seen_by: Member) -> Passkey | None:
    """Find one of the passkeys of the member who asks."""
    mine = Passkey.id == passkey_id, Passkey.member_id == seen_by.id
    return db.scalar(select(Passkey).where(*mine).options(joinedload(Passkey.member)))
