"""What `matcher check` says of the ways in: the provider of single sign-on, and second steps."""

import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from matcher.commands.findings import Finding
from matcher.config import Settings
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.fetching import ProviderAway
from matcher.members.models import Grant, Member
from matcher.members.provider import WELL_KNOWN, Client, Provider
from matcher.members.queries import second_factor_of


def look_at_provider(settings: Settings) -> Iterator[Finding]:
    """Ask the provider what it says of itself, as signing in would; nobody is signed in by it."""
    if not settings.OIDC_ISSUER:
        yield Finding("Single sign-on (none)")
        return
    plain = settings.MODE == "production" and not settings.OIDC_ISSUER.startswith("https://")
    yield Finding(
        "Single sign-on is private",
        "MATCHER_OIDC_ISSUER begins with http://, which is for trying it out" if plain else "",
    )
    yield from _secret(settings)
    yield Finding("Single sign-on answers", _what_it_says(settings))


def look_at_second_steps(db: Session, settings: Settings) -> Iterator[Finding]:
    """Count who looks after others, and who of them has something to show beside a password."""
    everybody, lacking = _count(db), _count(db, ~second_factor_of(Member.id))
    about = f"Second steps ({everybody - lacking} of {everybody} who look after others have one)"
    days = settings.second_step_days
    if not lacking:
        yield Finding(about)
    elif days is None:
        todo = "MATCHER_SECOND_STEP_WITHIN is never; unset it, and those who have none set one up"
        yield Finding(about, f"{lacking} sign in with one thing; {todo}", must=False)
    else:
        when = f"within {days} days of signing in" if days else "as soon as they sign in"
        yield Finding(about, f"{lacking} still set one up, {when}", must=False)


def _secret(settings: Settings) -> Iterator[Finding]:
    about, file = "Secret of single sign-on", settings.OIDC_CLIENT_SECRET_FILE
    if file and not Path(file).is_file():
        yield Finding(about, f"there is no {file}; see MATCHER_OIDC_CLIENT_SECRET_FILE")
    elif file and stat.S_IMODE(Path(file).stat().st_mode) & 0o077:
        yield Finding(about, f"others can read {file}; chmod 600 {file}")
    elif settings.OIDC_CLIENT_SECRET and not file:
        todo = "it is a variable; MATCHER_OIDC_CLIENT_SECRET_FILE names a file, which is safer"
        yield Finding(about, todo, must=False)
    elif not file:
        todo = "there is none; most providers want one, in MATCHER_OIDC_CLIENT_SECRET_FILE"
        yield Finding(about, todo, must=False)
    else:
        yield Finding(about)


def _what_it_says(settings: Settings) -> str:
    """Return what to do about what the provider says of itself; nothing when it is right."""
    client = Client(
        issuer=settings.OIDC_ISSUER, client_id=settings.OIDC_CLIENT_ID, secret="", back=""
    )
    page = settings.OIDC_ISSUER.rstrip("/") + WELL_KNOWN
    try:
        Provider(client).look(now=clock.now())
    except ProviderAway:
        return f"it does not, or not as it should; look at {page}"
    except RuleBroken:
        return f"it names itself otherwise; take MATCHER_OIDC_ISSUER from “issuer” in {page}"
    return ""


def _count(db: Session, *which: ColumnElement[bool]) -> int:
    """Count members with a role now, whose accounts are open."""
    role = select(Grant.id).where(Grant.member_id == Member.id, Grant.ended_at.is_(None))
    query = select(func.count()).select_from(Member)
    return db.scalar(query.where(Member.disabled_at.is_(None), role.exists(), *which)) or 0
