"""Accounts: making one, confirming its address, its password."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import N_, Language
from matcher.jobs.services import enqueue
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.members.queries import find_by_email, fingerprint
from matcher.members.services import notices
from matcher.members.services.letters import write_to
from matcher.members.services.links import make_link, use_up, void_links
from matcher.members.services.signing_in import end_every_sign_in
from matcher.messages.letters import Letter
from matcher.messages.services import Occasion

RESET = "members.reset"
TO_CONFIRM = timedelta(days=7)
TO_RESET = timedelta(hours=1)
TO_ACCEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """What an account begins with. The password is hashed before: that takes long."""

    name: str
    email: str | None
    password_hash: str | None = None
    language: Language = Language.EN
    zone: str = "Europe/Amsterdam"
    phone: str | None = None
    pronouns: str = ""


def register(db: Session, new: NewMember, *, now: datetime) -> Member:
    """Make an account. Its address is confirmed later, by a link."""
    if new.email and find_by_email(db, new.email):
        raise RuleBroken(N_("There is an account with this address already."))
    member = Member(
        name=new.name,
        created_at=now,
        email=new.email,
        email_key=fold(new.email) if new.email else None,
        phone=new.phone,
        pronouns=new.pronouns,
        language=new.language,
        zone=new.zone,
        password_hash=new.password_hash,
    )
    db.add(member)
    db.flush()
    note(db, "member.registered", member, by=member, at=now)
    return member


def remind(db: Session, owner: Member, *, now: datetime) -> None:
    """Write to somebody who signs up again what they need most; once a day is enough."""
    if owner.password_hash is None:
        invite(db, owner, now=now)
    elif owner.email_confirmed_at is None:
        send_confirmation(db, owner, now=now)
    else:
        today = Occasion(kind="member.reminded", subject_id=owner.id, period=now.date().isoformat())
        write_to(db, owner, notices.already_here(owner), on=today, now=now)


def send_confirmation(
    db: Session, member: Member, *, now: datetime, subject_id: UUID | None = None
) -> None:
    """Mail the link that confirms an address. `subject_id`: the enrolment to go on with."""
    token = make_link(
        db, member, Purpose.CONFIRM_EMAIL, now=now, lasts=TO_CONFIRM, subject_id=subject_id
    )
    _mail(db, member, notices.to_confirm(member, token), token, now=now)


def invite(db: Session, member: Member, *, now: datetime, subject_id: UUID | None = None) -> None:
    """Mail an invitation to choose a password. `subject_id`: the enrolment to go on with."""
    token = make_link(
        db, member, Purpose.INVITATION, now=now, lasts=TO_ACCEPT, subject_id=subject_id
    )
    _mail(db, member, notices.to_accept(member, token), token, now=now)


def ask_for_reset(db: Session, subject_id: UUID, *, now: datetime) -> None:
    """Let a job mail a link to a new password: once a minute at most.

    Asking is the same deed for an address that nobody has; only the job finds out.
    """
    enqueue(db, RESET, subject_id, now=now, period=f"{now:%Y%m%dT%H%M}")


def send_reset(db: Session, member: Member, *, now: datetime) -> None:
    """Mail the link to a new password. Earlier ones stop working."""
    void_links(db, member, Purpose.RESET_PASSWORD, now=now)
    token = make_link(db, member, Purpose.RESET_PASSWORD, now=now, lasts=TO_RESET)
    _mail(db, member, notices.to_reset(member, token), token, now=now)


def set_password(db: Session, member: Member, password_hash: str, *, now: datetime) -> None:
    """Give a new password: every sign-in and every open way to another one ends."""
    member.password_hash = password_hash
    end_every_sign_in(member)
    void_links(db, member, Purpose.RESET_PASSWORD, Purpose.INVITATION, now=now)
    note(db, "member.password_changed", member, by=member, at=now)
    changed = Occasion(kind="member.password_changed", subject_id=member.id, period=f"{now:%s%f}")
    write_to(db, member, notices.password_changed(member), on=changed, now=now)


def set_password_by_link(
    db: Session, link: OneTimeLink, password_hash: str, *, now: datetime
) -> Member:
    """Give a new password to whoever holds the link: only the mailbox's owner could have it."""
    use_up(db, link, now=now)
    member = link.member
    member.email_confirmed_at = member.email_confirmed_at or now
    set_password(db, member, password_hash, now=now)
    return member


def _mail(db: Session, member: Member, letter: Letter, token: str, *, now: datetime) -> None:
    """Mail a link. Each link is an occasion of its own."""
    on = Occasion(kind="member.link", subject_id=member.id, period=fingerprint(token)[:20])
    write_to(db, member, letter, on=on, now=now)
