"""Beginning and ending a sign-in."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from matcher.members.models import Member, OneTimeLink, Purpose, SecondStep, SignIn
from matcher.members.queries import fingerprint

LONGEST = timedelta(days=14)
# Links that let somebody in soon after they were asked for.
SHORT = (Purpose.SIGN_IN, Purpose.CONNECT, Purpose.PROVE, Purpose.RESET_PASSWORD)


def sign_in(
    db: Session, member: Member, *, now: datetime, browser: str = "", level: str = "password"
) -> str:
    """Sign a member in, and return the token for the browser to keep."""
    token = token_urlsafe(32)
    here = SignIn(
        member=member,
        fingerprint=fingerprint(token),
        created_at=now,
        seen_at=now,
        until=now + LONGEST,
        epoch=member.epoch,
        browser=browser,
        level=level,
        proven_at=now,
    )
    db.add(here)
    return token


def sign_out(db: Session, here: SignIn) -> None:
    db.delete(here)


def end_other_sign_ins(db: Session, here: SignIn) -> None:
    """End the member's sign-ins everywhere but here."""
    others = SignIn.member_id == here.member_id, SignIn.id != here.id
    db.execute(delete(SignIn).where(*others))


def end_every_sign_in(member: Member) -> None:
    """Make every browser sign in anew: after a new password, a lost role, a closed account."""
    member.epoch += 1


def end_what_came_back(db: Session, *, now: datetime) -> None:
    """End all sign-ins, half ones, and short links: an older database does not know which ended.

    Invitations stay: whoever accepted one since has no password any more, and needs it again.
    """
    db.execute(delete(SignIn))
    db.execute(delete(SecondStep))
    short = OneTimeLink.purpose.in_(SHORT), OneTimeLink.used_at.is_(None)
    db.execute(update(OneTimeLink).where(*short).values(used_at=now))
