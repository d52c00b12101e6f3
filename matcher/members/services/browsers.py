"""Signing in with a new browser: a mail to the member, and what follows if it was not them.

A browser is known by a random mark in its cookie, never by where it is in the network. The first
one of an account is known without a word: whoever signs up has just been there.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.words import N_, sentence
from matcher.members.models import (
    Authenticator,
    Identity,
    KnownBrowser,
    Member,
    OneTimeLink,
    Passkey,
    Purpose,
    RecoveryCode,
)
from matcher.members.queries import fingerprint
from matcher.members.services.accounts import TO_RESET
from matcher.members.services.letters import write_to
from matcher.members.services.links import make_link, use_up, void_links
from matcher.members.services.signing_in import end_every_sign_in
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion

A_YEAR = timedelta(days=365)
TO_SAY_SO = timedelta(days=30)
# What somebody who got in might have asked for, to get in once more.
WAYS_IN = (
    *(Purpose.RESET_PASSWORD, Purpose.INVITATION, Purpose.SIGN_IN, Purpose.CONNECT),
    *(Purpose.CHANGE_EMAIL, Purpose.PROVE, Purpose.NOT_ME),
)
SINCE_THEN = (
    (Identity, Identity.since),
    (Authenticator, Authenticator.made_at),
    (RecoveryCode, RecoveryCode.made_at),
    (Passkey, Passkey.made_at),
)


def recognise_browser(
    db: Session, member: Member, mark: str, *, browser: str, now: datetime
) -> None:
    """Know a browser from now on; write to its member when they never signed in with it before."""
    theirs = KnownBrowser.member_id == member.id
    db.execute(delete(KnownBrowser).where(theirs, KnownBrowser.last_at < now - A_YEAR))
    known = db.scalar(select(KnownBrowser).where(theirs, KnownBrowser.mark == mark))
    if known:
        known.last_at = now
        return
    has_others = db.scalar(select(func.count()).select_from(KnownBrowser).where(theirs))
    db.add(KnownBrowser(member=member, mark=mark, first_at=now, last_at=now))
    if has_others and member.email:
        _write(db, member, browser=browser, now=now)


def disown(db: Session, link: OneTimeLink, *, now: datetime) -> str:
    """End every sign-in, and the password; return a link to a new one.

    What was added since that moment to sign in with goes too: it may be somebody else's.
    """
    use_up(db, link, now=now)
    member, since = link.member, link.made_at
    drop_what_is_newer(db, member, since=since)
    member.password_hash = None
    end_every_sign_in(member)
    void_links(db, member, *WAYS_IN, now=now)
    note(db, "member.disowned", member, by=member, at=now)
    return make_link(db, member, Purpose.RESET_PASSWORD, now=now, lasts=TO_RESET)


def drop_what_is_newer(db: Session, member: Member, *, since: datetime) -> None:
    """Take away what was added since to sign in with, and know no browser of since then."""
    for model, moment in SINCE_THEN:
        db.execute(delete(model).where(model.member_id == member.id, moment >= since))
    strange = KnownBrowser.member_id == member.id, KnownBrowser.first_at >= since
    db.execute(delete(KnownBrowser).where(*strange))


def _write(db: Session, member: Member, *, browser: str, now: datetime) -> None:
    token = make_link(db, member, Purpose.NOT_ME, now=now, lasts=TO_SAY_SO)
    on = Occasion(kind="member.browser", subject_id=member.id, period=fingerprint(token)[:20])
    write_to(db, member, _letter(member, token, browser=browser, now=now), on=on, now=now)


def _letter(member: Member, token: str, *, browser: str, now: datetime) -> Letter:
    local = now.astimezone(ZoneInfo(member.zone))
    at = format_datetime(local, "EEEE d MMMM y, HH:mm", locale=str(member.language))
    named = sentence(
        N_(
            "Your account was opened on %(at)s, in a browser you did not use here before: "
            "%(browser)s."
        ),
        at=at,
        browser=browser,
    )
    unnamed = sentence(
        N_("Your account was opened on %(at)s, in a browser you did not use here before."), at=at
    )
    return Letter(
        subject=sentence(N_("Was this you? A sign-in with a new browser")),
        paragraphs=(
            named if browser else unnamed,
            sentence(
                N_(
                    "Was this you? Then you need not do anything. We write this once for each "
                    "browser."
                )
            ),
            sentence(
                N_(
                    "Was this not you? With the button everybody is signed out, and you choose a "
                    "new password."
                )
            ),
        ),
        why=sentence(N_("You get this mail because it keeps your account safe.")),
        name=member.name,
        button=Link(
            text=sentence(N_("This was not me")),
            endpoint="members.not_me_page",
            values={"token": token},
        ),
    )
