"""What members show beside their password."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.members.models import Authenticator, Member, Passkey, RecoveryCode


def find_authenticator(db: Session, member: Member) -> Authenticator | None:
    return db.scalar(select(Authenticator).where(Authenticator.member_id == member.id))


def has_second_factor(db: Session, member: Member) -> bool:
    """Tell whether a member has something to show beside their password.

    Who has, is asked for it whenever they sign in.
    """
    return bool(db.scalar(select(second_factor_of(member.id))))


def second_factor_of(member_id: InstrumentedAttribute[UUID] | UUID) -> ColumnElement[bool]:
    """Say it within a question about members. The one place that decides what counts."""
    ready = Authenticator.member_id == member_id, Authenticator.confirmed_at.is_not(None)
    app = select(Authenticator.id).where(*ready)
    passkey = select(Passkey.id).where(Passkey.member_id == member_id)
    return or_(app.exists(), passkey.exists())


def find_recovery_code(db: Session, member: Member, number: int) -> RecoveryCode | None:
    mine = RecoveryCode.member_id == member.id, RecoveryCode.number == number
    return db.scalar(select(RecoveryCode).where(*mine, RecoveryCode.used_at.is_(None)))


def count_recovery_codes(db: Session, member: Member) -> int:
    """Count the codes on paper that were not used yet."""
    unused = RecoveryCode.member_id == member.id, RecoveryCode.used_at.is_(None)
    return db.scalar(select(func.count()).select_from(RecoveryCode).where(*unused)) or 0
