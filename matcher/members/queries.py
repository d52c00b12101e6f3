"""What can be asked about members."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.foundation.text import fold
from matcher.members.models import Member, OneTimeLink, Purpose, SignIn

# Sign-ins end after half a day without use (OWASP ASVS 5.0, 7.3.1), and in any case at `until`.
IDLE = timedelta(hours=12)


def fingerprint(token: str) -> str:
    """All we keep of a token: who reads our database cannot sign in with it."""
    return sha256(token.encode(errors="surrogatepass")).hexdigest()


def find_sign_in(db: Session, token: str, *, now: datetime) -> SignIn | None:
    """Find the sign-in that a browser's token stands for, with its member and their roles.

    One query: every page begins with it.
    """
    if not token:
        return None
    query = (
        select(SignIn)
        .join(SignIn.member)
        .where(
            SignIn.fingerprint == fingerprint(token),
            SignIn.until > now,
            SignIn.seen_at > now - IDLE,
            SignIn.epoch == Member.epoch,
            Member.disabled_at.is_(None),
        )
        .options(joinedload(SignIn.member).joinedload(Member.grants))
    )
    return db.execute(query).unique().scalar_one_or_none()


def find_by_email(db: Session, email: str) -> Member | None:
    """Find a member by address, whatever its capitals."""
    return db.scalar(select(Member).where(Member.email_key == fold(email)))


def find_me(_db: Session, *, seen_by: Member) -> Member:
    """Return whoever asks: for pages about oneself."""
    return seen_by


def find_link(db: Session, token: str, purpose: Purpose, *, now: datetime) -> OneTimeLink | None:
    """Find what a mailed link stands for, while it lasts and its account may be used.

    A link that was used up is not found: whoever holds it learns no more than anyone would.
    """
    query = (
        select(OneTimeLink)
        .join(OneTimeLink.member)
        .where(
            OneTimeLink.fingerprint == fingerprint(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.until > now,
            OneTimeLink.used_at.is_(None),
            Member.disabled_at.is_(None),
        )
        .options(contains_eager(OneTimeLink.member))
    )
    return db.scalar(query)
