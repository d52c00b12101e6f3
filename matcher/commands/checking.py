"""`matcher check`: an installation as a checklist, one line each, with what to do."""

import platform
import sqlite3
import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.backups.making import folder_of
from matcher.backups.rotation import list_backups, made_at
from matcher.commands.doors import look_at_provider, look_at_second_steps
from matcher.commands.findings import Finding
from matcher.commands.places import Place, tell
from matcher.config import Settings
from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.members.keys import site_of
from matcher.members.models import Grant, Role
from matcher.messages.carriers import LOOPBACK, carrier_for
from matcher.migrations.models import import_every_model
from matcher.migrations.upgrade import current, newest

PRIVATE = ("secret", "keys", "matcher.db", "erased", "trail-head", "outbox", "backups")
ENOUGH, SEAL_LAG, SKEW = 32, timedelta(minutes=10), timedelta(minutes=2)
OLDEST_SQLITE = (3, 37)


Look = Callable[[Settings], Iterator[Finding]]


def check(place: Place) -> int:
    """Look at everything, and say in one line each what is right and what to do."""
    settings = place.settings()
    findings = [found for look in CHECKS for found in look(settings)]
    for found in findings:
        sign = "✓" if not found.todo else "✗" if found.must else "!"
        tell(f"{sign} {found.about}" + (f": {found.todo}" if found.todo else ""))
    return 1 if any(found.todo and found.must for found in findings) else 0


def _secrets(settings: Settings) -> Iterator[Finding]:
    short = len(settings.SECRET_KEY) < ENOUGH
    yield Finding(
        "Secret", "MATCHER_SECRET_KEY is short; use at least 32 random characters" if short else ""
    )
    weak = [version for version, key in settings.SEAL_KEYS.items() if len(key) != ENOUGH]
    mend = f"key {weak} has not 256 bits; matcher keys rotate" if weak else ""
    yield Finding(f"Keys that seal texts ({len(settings.SEAL_KEYS)})", mend)


def _modes(settings: Settings) -> Iterator[Finding]:
    """What lies in the folder must be readable by this account alone."""
    paths = [settings.INSTANCE, *(settings.INSTANCE / name for name in PRIVATE)]
    open_to_others = [each for each in paths[1:] if each.exists() and _is_open(each)]
    for path in open_to_others:
        mode = 700 if path.is_dir() else 600
        yield Finding("Files", f"others can read {path}; chmod {mode} {path}")
    if not open_to_others:
        yield Finding("Files are for this account alone")


def _is_open(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _address(settings: Settings) -> Iterator[Finding]:
    away = settings.MODE == "production" and not settings.is_https
    todo = f"it is {settings.BASE_URL}; set MATCHER_BASE_URL to the https address people will use"
    yield Finding("Address, TLS and cookies", todo if away else "")
    number = "" if site_of(settings.BASE_URL) else "need a name in MATCHER_BASE_URL, not a number"
    yield Finding("Passkeys", number, must=False)
    alone = settings.MODE == "production" and settings.is_https and not settings.PROXY_HOPS
    hops = "MATCHER_PROXY_HOPS is 0; set it to how many proxies stand in front, usually 1"
    yield Finding("Proxy hops", hops if alone else "", must=False)
    shown = settings.MODE != "production" and settings.is_https
    mode = f"it is {settings.MODE}; unset MATCHER_MODE where others come"
    yield Finding("Mode", mode if shown else "")


def _mail(settings: Settings) -> Iterator[Finding]:
    nowhere = settings.MODE == "production" and settings.MAIL_URL == "outbox:"
    if nowhere:
        yield Finding("Mail", "goes nowhere; MATCHER_MAIL_URL=smtp://user:password@host:587")
        return
    try:
        carrier_for(settings.MAIL_URL, folder=settings.INSTANCE)
    except ValueError as mistake:
        yield Finding("Mail", str(mistake))
        return
    parts = urlsplit(settings.MAIL_URL)
    plain = parts.scheme == "smtp" and parse_qs(parts.query).get("starttls") == ["0"]
    away = plain and parts.hostname not in LOOPBACK
    yield Finding("Mail", "leaves unencrypted; take starttls=0 out" if away else "")
    nobody = settings.MODE == "production" and "@localhost" in settings.MAIL_FROM
    sender = "MATCHER_MAIL_FROM is at localhost; set an address of yours"
    yield Finding("Sender of mails", sender if nobody else "", must=False)


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        at = current(settings.database)
    except SQLAlchemyError as error:
        name = type(error).__name__
        yield Finding("Database", f"The database does not answer ({name}); see DATABASE_URL")
        return
    stands = f"stands at {at or 'nothing'}, not at {newest()}; matcher upgrade"
    yield Finding("Database and its version", stands if at != newest() else "")
    if at == newest():
        yield from _inside(settings)


def _inside(settings: Settings) -> Iterator[Finding]:
    import_every_model()
    doors = Doors.to(settings.database)
    try:
        with doors.reading() as db:
            yield from _people(db)
            yield from look_at_second_steps(db, settings)
            yield from look_at_trail(db)
    finally:
        doors.close()


def _people(db: Session) -> Iterator[Finding]:
    active = Grant.role == Role.ADMINISTRATOR, Grant.ended_at.is_(None)
    todo = "there is none; matcher make-administrator name@example.org --name 'A Name'"
    there = db.scalar(select(Grant.id).where(*active).limit(1))
    yield Finding("Administrator", "" if there else todo, must=False)


def look_at_trail(db: Session) -> Iterator[Finding]:
    """Look at when things were noted, and whether they are being sealed."""
    now = clock.now()
    last = db.scalar(select(func.max(Event.at)))
    ahead = last is not None and last > now + SKEW
    yield Finding("Clock", "it runs behind what was noted; set it by NTP" if ahead else "")
    waiting = select(func.min(Event.at)).where(Event.sequence.is_(None))
    oldest = db.scalar(waiting)
    stuck = oldest is not None and oldest < now - SEAL_LAG
    todo = "rows wait for their seal; is the service, or matcher worker, running?"
    yield Finding("Trail", todo if stuck else "", must=False)


def _backups(settings: Settings) -> Iterator[Finding]:
    every = settings.BACKUP_EVERY_HOURS
    if not every:
        yield Finding("Backups", "MATCHER_BACKUP_EVERY_HOURS is 0: none is made", must=False)
        return
    made = list_backups(folder_of(settings))
    late = not made or clock.now() - made_at(made[0]) > timedelta(hours=2 * every)
    todo = "the newest is late, or there is none; matcher backup" if late else ""
    yield Finding("Backups", todo, must=False)
    open_ = not settings.BACKUP_KEY_FILE
    locked = "they are not locked; MATCHER_BACKUP_KEY_FILE names a file with a passphrase"
    yield Finding("Backups are locked", locked if open_ else "", must=False)


def _versions(settings: Settings) -> Iterator[Finding]:
    yield Finding(f"Python {platform.python_version()}")
    if settings.database.startswith("sqlite"):
        old = sqlite3.sqlite_version_info[:2] < OLDEST_SQLITE
        todo = "is older than 3.37; use a newer Python or PostgreSQL" if old else ""
        yield Finding(f"SQLite {sqlite3.sqlite_version}", todo)


CHECKS: tuple[Look, ...] = (
    *(_secrets, _modes, _address, _mail, look_at_provider, _database, _backups, _versions),
)
