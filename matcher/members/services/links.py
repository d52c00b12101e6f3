"""Links that we mail: made once, opened as often as a mail program likes, used up once."""

from datetime import datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.members.queries import fingerprint

USED = N_("This link has been used already.")


def make_link(  # noqa: PLR0913  # who, what for, how long, about what: a link has these
    db: Session,
    member: Member,
    purpose: Purpose,
    *,
    now: datetime,
    lasts: timedelta,
    subject_id: UUID | None = None,
    address: str | None = None,
    bound_to: tuple[str, str] | None = None,
) -> str:
    """Make a link for a member, and return its token: we keep only the fingerprint.

    `address`: where it is mailed to, when that is not the member's own address. `bound_to`: the
    browser that asked, and the code to type there, both as hashes.
    """
    token = token_urlsafe(32)
    link = OneTimeLink(
        fingerprint=fingerprint(token),
        member=member,
        purpose=purpose,
        made_at=now,
        until=now + lasts,
        subject_id=subject_id,
        address=address or member.email,
        browser=bound_to[0] if bound_to else None,
        code=bound_to[1] if bound_to else None,
    )
    db.add(link)
    return token


def use_up(db: Session, link: OneTimeLink, *, now: datetime) -> None:
    """Use a link up. Of two at the same moment, the database lets one through."""
    unused = OneTimeLink.id == link.id, OneTimeLink.used_at.is_(None)
    done = db.execute(update(OneTimeLink).where(*unused).values(used_at=now))
    if not isinstance(done, CursorResult) or done.rowcount != 1:
        raise RuleBroken(USED)


def void_links(db: Session, member: Member, *purposes: Purpose, now: datetime) -> None:
    """Make a member's earlier links of these kinds worthless: a newer one takes their place."""
    unused = OneTimeLink.member_id == member.id, OneTimeLink.used_at.is_(None)
    db.execute(
        update(OneTimeLink).where(*unused, OneTimeLink.purpose.in_(purposes)).values(used_at=now)
    )
