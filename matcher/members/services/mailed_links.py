"""Signing in by a link or a code that is mailed. Both work only in the browser that asked.

Whoever reads a mail over somebody's shoulder, or is sent one that they did not ask for, cannot go
in with it, and lets nobody else in by pressing a button. The code is for people who read their
mail on another device: they type it where they asked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import choice
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.jobs.services import enqueue
from matcher.members.models import Member, OneTimeLink, Purpose
from matcher.members.queries import find_by_code, fingerprint
from matcher.members.services import code_notices
from matcher.members.services.letters import write_to
from matcher.members.services.links import USED, make_link, use_up, void_links
from matcher.members.services.throttle import keyed
from matcher.messages.services import Occasion

MAILED = "members.mailed_link"
LASTS = timedelta(minutes=15)
# Without 0, O, 1 and I, which look alike: 32 letters, so eight of them are 40 bits.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 8
TO_SIGN_IN = (Purpose.SIGN_IN, Purpose.CONNECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Which browser asked (as a fingerprint), and what it is to be let in for."""

    browser: str
    purpose: Purpose = Purpose.SIGN_IN


def ask_for_link(db: Session, subject_id: UUID, ask: Ask, *, now: datetime) -> None:
    """Let a job mail a link and a code. The same deed for an address that nobody has."""
    kept = {"browser": ask.browser, "purpose": str(ask.purpose)}
    enqueue(db, MAILED, subject_id, now=now, period=ask.browser[:20], payload=kept)


def send_link(db: Session, member: Member, ask: Ask, *, secret: str, now: datetime) -> None:
    """Mail a link and a code that let the browser in which they were asked for."""
    code = new_code()
    kept = ask.browser, code_key(secret, ask.browser, code)
    token = make_link(db, member, ask.purpose, now=now, lasts=LASTS, bound_to=kept)
    on = Occasion(kind="member.link", subject_id=member.id, period=fingerprint(token)[:20])
    shown = f"{code[:4]}-{code[4:]}"
    write_to(db, member, code_notices.to_sign_in(member, ask.purpose, token, shown), on=on, now=now)


def come_in(db: Session, link: OneTimeLink, *, browser: str, now: datetime) -> Member:
    """Use a link up in the browser that asked for it: only the mailbox's owner could have it."""
    if link.browser != browser:
        raise RuleBroken(USED)
    use_up(db, link, now=now)
    member = link.member
    member.email_confirmed_at = member.email_confirmed_at or now
    void_links(db, member, *TO_SIGN_IN, now=now)
    return member


def send_proof(db: Session, member: Member, browser: str, *, secret: str, now: datetime) -> None:
    """Mail a code that shows once more who is signed in there. An earlier one is worth nothing."""
    void_links(db, member, Purpose.PROVE, now=now)
    code = new_code()
    kept = browser, code_key(secret, browser, code)
    token = make_link(db, member, Purpose.PROVE, now=now, lasts=LASTS, bound_to=kept)
    on = Occasion(kind="member.link", subject_id=member.id, period=fingerprint(token)[:20])
    shown = f"{code[:4]}-{code[4:]}"
    write_to(db, member, code_notices.to_prove(member, shown), on=on, now=now)


def take_proof(db: Session, member: Member, browser: str, code: str, *, now: datetime) -> bool:
    """Use a mailed code up, if it is this member's, for this sign-in."""
    link = find_by_code(db, browser, code, now=now)
    if link is None or link.purpose != Purpose.PROVE or link.member is not member:
        return False
    use_up(db, link, now=now)
    return True


def new_code() -> str:
    return "".join(choice(LETTERS) for _ in range(LENGTH))


def code_key(secret: str, browser: str, typed: str) -> str:
    """Return what we keep of a code: nobody can try codes out without our secret."""
    plain = "".join(each for each in typed.upper() if each in LETTERS)
    return keyed(secret, "code", browser, plain)
