"""Links that we mailed, and the codes that go with them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from matcher.foundation.text import fold
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.members.queries.tokens import fingerprint

# Links that mean something only at the address they were mailed to.
BOUND = {
    *(Purpose.CONFIRM_EMAIL, Purpose.RESET_PASSWORD, Purpose.INVITATION),
    *(Purpose.SIGN_IN, Purpose.CONNECT, Purpose.PROVE, Purpose.NOT_ME),
}


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


def _is_still_theirs(link: OneTimeLink) -> bool:
    if link.purpose not in BOUND or link.address is None:
        return True
    return fold(link.address) == link.member.email_key
