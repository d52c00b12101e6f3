"""Keeping an installation in order: upgrading it, checking it, giving it an administrator."""

import stat
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.commands.backing_up import bring_up
from matcher.commands.places import Place, tell
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.foundation.text import clean_line, fold
from matcher.foundation.words import Language
from matcher.members.models import Grant, Member, Purpose, Role
from matcher.members.queries import find_by_email
from matcher.members.services.links import make_link
from matcher.messages.carriers import carrier_for
from matcher.migrations.models import import_every_model
from matcher.migrations.upgrade import current, newest

A_DAY = timedelta(days=1)


def upgrade(place: Place, *, backup: bool = True) -> int:
    """Bring the database to this version, after a backup. Safe to call again."""
    settings = place.settings()
    before = current(settings.database)
    bring_up(settings, backup=backup)
    after = current(settings.database)
    tell(
        f"The database stands at {after}."
        if before == after
        else f"{before or 'nothing'} → {after}"
    )
    return 0


def check(place: Place) -> int:
    """Say what is wrong with an installation, and what to do about it."""
    problems = list(find_problems(place.settings()))
    for problem in problems:
        tell(f"✗ {problem}")
    if not problems:
        tell("✓ Secrets, addresses, mail, database and its version are in order.")
    return 1 if problems else 0


def find_problems(settings: Settings) -> Iterator[str]:
    yield from _private(settings)
    if settings.MODE == "production" and not settings.is_https:
        yield f"MATCHER_BASE_URL is {settings.BASE_URL}: set the https address people will use."
    if settings.MODE == "production" and settings.MAIL_URL == "outbox:":
        yield "Mails go nowhere: set MATCHER_MAIL_URL to smtp://user:password@host:587"
    try:
        carrier_for(settings.MAIL_URL, folder=settings.INSTANCE)
    except ValueError as mistake:
        yield str(mistake)
    yield from _database(settings)


def make_administrator(place: Place, *, email: str, name: str) -> int:
    """Make somebody administrator, and print a link with which they choose a password."""
    settings = place.settings()
    import_every_model()  # tables point at each other
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    with doors.writing() as db:
        member = find_by_email(db, email) or _new_member(db, clean_line(email), clean_line(name))
        _grant(db, member)
        link = make_link(db, member, Purpose.RESET_PASSWORD, now=clock.now(), lasts=A_DAY)
        who = member.name
    doors.close()
    tell(f"{who} is administrator. Choose a password within a day, at:")
    tell(f"{settings.BASE_URL}/reset/{link}")
    return 0


def _new_member(db: Session, email: str, name: str) -> Member:
    if "@" not in email or not name:
        sys.exit(
            "To make a new member: matcher make-administrator name@example.org --name 'A Name'"
        )
    now = clock.now()
    member = Member(
        name=name,
        email=email,
        email_key=fold(email),
        email_confirmed_at=now,  # whoever has the command line vouches for it
        created_at=now,
        language=Language.EN,
    )
    db.add(member)
    db.flush()
    return member


def _grant(db: Session, member: Member) -> None:
    if member.is_administrator:
        return
    now = clock.now()
    earlier = select(Grant).where(Grant.member == member, Grant.role == Role.ADMINISTRATOR)
    grant = db.scalar(earlier) or Grant(member=member, role=Role.ADMINISTRATOR, given_at=now)
    grant.ended_at = None
    note(db, "role.given", member, by=None, at=now, role=str(Role.ADMINISTRATOR))


def _private(settings: Settings) -> Iterator[str]:
    """Secrets must be readable by this account alone."""
    if len(settings.SECRET_KEY) < 32:  # noqa: PLR2004  # 256 bits, written down
        yield "MATCHER_SECRET_KEY is short: use at least 32 random characters."
    for name in ("secret", "keys", "matcher.db"):
        path = Path(settings.INSTANCE) / name
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield f"Others can read {path}: chmod 600 {path}"


def _database(settings: Settings) -> Iterator[str]:
    try:
        at = current(settings.database)
    except SQLAlchemyError as error:
        yield f"The database does not answer ({type(error).__name__}): see DATABASE_URL."
        return
    if at != newest():
        yield f"The database stands at {at or 'nothing'}, not at {newest()}: matcher upgrade"
