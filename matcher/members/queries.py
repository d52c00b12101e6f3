"""What can be asked about members."""

from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.foundation.text import fold
from matcher.members.models import (
    Authenticator,
    Identity,
    Member,
    OneTimeLink,
    Purpose,
    RecoveryCode,
    SecondStep,
    SignIn,
)

# Sign-ins end after half a day without use (OWASP ASVS 5.0, 7.3.1), and in any case at `until`.
IDLE = timedelta(hours=12)
# Links that mean something only at the address they were mailed to.
BOUND = {
    *(Purpose.CONFIRM_EMAIL, Purpose.RESET_PASSWORD, Purpose.INVITATION),
    *(Purpose.SIGN_IN, Purpose.CONNECT),
}


def fingerprint(token: str) -> str:
    """All we keep of a token: who reads our database cannot sign in with it."""
    return sha256(token.encode(errors="surrogatepass")).hexdigest()


def find_sign_in(db: Session, token: str, *, now: datetime) -> SignIn | None:
    """Find the sign-in that a browser's token stands for, with its member and their roles.

    One query: every page begins with it.
    """
    if not token:
        return None
    asked = {"fingerprint": fingerprint(token), "now": now, "idle": now - IDLE}
    return db.execute(_SIGN_IN, asked).unique().scalar_one_or_none()


# Made once: making it takes longer than the database takes to answer.
_SIGN_IN = (
    select(SignIn)
    .join(SignIn.member)
    .where(
        SignIn.fingerprint == bindparam("fingerprint"),
        SignIn.until > bindparam("now"),
        SignIn.seen_at > bindparam("idle"),
        SignIn.epoch == Member.epoch,
        Member.disabled_at.is_(None),
    )
    .options(joinedload(SignIn.member).joinedload(Member.grants))
)


def find_by_email(db: Session, email: str) -> Member | None:
    """Find a member by address, whatever its capitals."""
    return db.scalar(select(Member).where(Member.email_key == fold(email)))


def find_me(_db: Session, *, seen_by: Member) -> Member:
    """Return whoever asks: for pages about oneself."""
    return seen_by


def find_link(
    db: Session, token: str, purpose: Purpose | Collection[Purpose], *, now: datetime
) -> OneTimeLink | None:
    """Find what a mailed link stands for, while it lasts and its account may be used.

    A link that was used up is not found: whoever holds it learns no more than anyone would.
    Nor is one that was mailed to an address which is the member's no longer.
    """
    purposes = [purpose] if isinstance(purpose, Purpose) else list(purpose)
    query = (
        select(OneTimeLink)
        .join(OneTimeLink.member)
        .where(
            OneTimeLink.fingerprint == fingerprint(token),
            OneTimeLink.purpose.in_(purposes),
            OneTimeLink.until > now,
            OneTimeLink.used_at.is_(None),
            Member.disabled_at.is_(None),
        )
        .options(contains_eager(OneTimeLink.member).joinedload(Member.grants))
    )
    link = db.scalars(query).unique().one_or_none()
    return link if link and _is_still_theirs(link) else None


def find_by_code(db: Session, browser: str, code: str, *, now: datetime) -> OneTimeLink | None:
    """Find the link whose code was mailed for this browser, while it lasts."""
    query = (
        select(OneTimeLink)
        .join(OneTimeLink.member)
        .where(
            OneTimeLink.browser == browser,
            OneTimeLink.code == code,
            OneTimeLink.until > now,
            OneTimeLink.used_at.is_(None),
            Member.disabled_at.is_(None),
        )
        .options(contains_eager(OneTimeLink.member).joinedload(Member.grants))
    )
    link = db.scalars(query).unique().one_or_none()
    return link if link and _is_still_theirs(link) else None


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


def list_sign_ins(db: Session, member: Member, *, now: datetime) -> list[SignIn]:
    """List where a member is signed in, the latest first."""
    query = (
        select(SignIn)
        .where(
            SignIn.member_id == member.id,
            SignIn.until > now,
            SignIn.seen_at > now - IDLE,
            SignIn.epoch == member.epoch,
        )
        .order_by(SignIn.seen_at.desc(), SignIn.id)
    )
    return list(db.scalars(query))


def find_own_sign_in(db: Session, sign_in_id: UUID, *, seen_by: Member) -> SignIn | None:
    """Find one of the places where the member who asks is signed in."""
    mine = SignIn.id == sign_in_id, SignIn.member_id == seen_by.id
    return db.scalar(select(SignIn).where(*mine))


def find_authenticator(db: Session, member: Member) -> Authenticator | None:
    return db.scalar(select(Authenticator).where(Authenticator.member_id == member.id))


def asks_second_step(db: Session, member: Member) -> bool:
    """Tell whether a member wants to be asked for a second thing when they sign in."""
    ready = Authenticator.member_id == member.id, Authenticator.confirmed_at.is_not(None)
    return db.scalar(select(Authenticator.id).where(*ready)) is not None


def find_recovery_code(db: Session, member: Member, number: int) -> RecoveryCode | None:
    mine = RecoveryCode.member_id == member.id, RecoveryCode.number == number
    return db.scalar(select(RecoveryCode).where(*mine, RecoveryCode.used_at.is_(None)))


def count_recovery_codes(db: Session, member: Member) -> int:
    """Count the codes on paper that were not used yet."""
    unused = RecoveryCode.member_id == member.id, RecoveryCode.used_at.is_(None)
    return db.scalar(select(func.count()).select_from(RecoveryCode).where(*unused)) or 0


def find_second_step(db: Session, token: str, *, now: datetime) -> SecondStep | None:
    """Find who has shown the first thing in this browser, while the second is waited for."""
    query = (
        select(SecondStep)
        .join(SecondStep.member)
        .where(
            SecondStep.fingerprint == fingerprint(token),
            SecondStep.until > now,
            SecondStep.epoch == Member.epoch,
            Member.disabled_at.is_(None),
        )
        .options(contains_eager(SecondStep.member).joinedload(Member.grants))
    )
    return db.scalars(query).unique().one_or_none()


def _is_still_theirs(link: OneTimeLink) -> bool:
    if link.purpose not in BOUND or link.address is None:
        return True
    return fold(link.address) == link.member.email_key
