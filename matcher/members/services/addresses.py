"""Changing an e-mail address: confirmed at the new one, undone from the old one."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import N_
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.members.queries import find_by_email, fingerprint
from matcher.members.services import notices
from matcher.members.services.browsers import drop_what_is_newer
from matcher.members.services.letters import write_to
from matcher.members.services.links import make_link, use_up, void_links
from matcher.members.services.signing_in import end_every_sign_in
from matcher.messages.services import Addressee, Occasion, send

TO_CONFIRM = timedelta(days=1)
TO_REVERT = timedelta(days=7)
TO_RESET = timedelta(hours=1)


def ask_to_change_address(db: Session, member: Member, address: str, *, now: datetime) -> None:
    """Mail the new address a link. Whether it has an account already is told only there."""
    void_links(db, member, Purpose.CHANGE_EMAIL, now=now)
    owner = find_by_email(db, address)
    if owner is not None:
        on = Occasion(kind="member.wanted", subject_id=owner.id, period=now.date().isoformat())
        write_to(db, owner, notices.address_taken(owner), on=on, now=now)
        return
    token = make_link(db, member, Purpose.CHANGE_EMAIL, now=now, lasts=TO_CONFIRM, address=address)
    on = Occasion(kind="member.link", subject_id=member.id, period=fingerprint(token)[:20])
    to = Addressee(address=address, language=member.language, member_id=member.id)
    send(db, notices.to_confirm_change(member, token), to=to, on=on, now=now)


def confirm_address(db: Session, link: OneTimeLink, *, now: datetime) -> Member:
    """Take the address as the member's own: their holding the link proves it."""
    use_up(db, link, now=now)
    member = link.member
    if link.purpose == Purpose.CHANGE_EMAIL:
        _change(db, member, link.address or "", now=now)
    member.email_confirmed_at = now
    member.email_returned_at = None  # the link arrived
    note(db, "member.email_confirmed", member, by=member, at=now, kind=str(link.purpose))
    return member


def revert_address(db: Session, link: OneTimeLink, *, now: datetime) -> str:
    """Give the account back to its old address, and return a link to a new password.

    Whoever changed the address knows the password: so it ends, with everything signed in by it.
    What was added to sign in with since may be theirs too, and goes; also of the day in which the
    new address waited for its confirmation.
    """
    use_up(db, link, now=now)
    member = link.member
    drop_what_is_newer(db, member, since=link.made_at - TO_CONFIRM)
    _take(db, member, link.address or "")
    member.password_hash = None
    member.email_confirmed_at = now
    end_every_sign_in(member)
    void_links(db, member, *Purpose, now=now)
    note(db, "member.email_reverted", member, by=member, at=now)
    return make_link(
        db, member, Purpose.RESET_PASSWORD, now=now, lasts=TO_RESET, address=member.email
    )


def _change(db: Session, member: Member, address: str, *, now: datetime) -> None:
    old = member.email
    if old:
        token = make_link(db, member, Purpose.REVERT_EMAIL, now=now, lasts=TO_REVERT, address=old)
        on = Occasion(kind="member.link", subject_id=member.id, period=fingerprint(token)[:20])
        write_to(db, member, notices.address_changed(member, address, token), on=on, now=now)
    _take(db, member, address)
    void_links(db, member, Purpose.RESET_PASSWORD, Purpose.CHANGE_EMAIL, now=now)
    note(db, "member.email_changed", member, by=member, at=now)


def _take(db: Session, member: Member, address: str) -> None:
    if find_by_email(db, address) not in {None, member}:
        raise RuleBroken(N_("Another account has this address meanwhile. Ask your coordinator."))
    member.email = address
    member.email_returned_at = None
    member.email_key = fold(address)
