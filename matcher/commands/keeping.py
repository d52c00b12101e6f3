"""Sweeping, erasing, verifying the trail and renewing keys: what the pages do not do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from matcher.audit.chain import verify
from matcher.audit.heads import FILE, noted_head
from matcher.commands.places import Place, tell
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.foundation.secrets import add_key
from matcher.members.queries import find_by_email
from matcher.migrations.models import import_every_model
from matcher.privacy.rotating import count_old, rotate
from matcher.privacy.scrubbing import scrub
from matcher.privacy.services import sweeping
from matcher.privacy.services.erasing import begin_erasure

LINE = "  {rows:>6}  {said}"


def sweep_now(place: Place, *, dry_run: bool) -> int:
    """Apply every rule of retention. The service does so by itself once a day."""
    tell("Would be put away now:" if dry_run else "Put away:")
    now = clock.now()
    with _at(place) as (_settings, doors):
        for rule in sweeping.RULES:
            with doors.reading() if dry_run else doors.writing() as db:
                do = sweeping.count if dry_run else sweeping.sweep
                tell(LINE.format(rows=do(db, rule, now=now), said=rule.said))
        with doors.reading() if dry_run else doors.writing() as db:
            whole = sweeping.count_programmes if dry_run else sweeping.sweep_programmes
            tell(LINE.format(rows=whole(db, now=now), said=sweeping.PROGRAMMES[1]))
        if not dry_run:
            scrub(doors.write.kw["bind"])
    return 0


def erase(place: Place, *, email: str, by: str) -> int:
    """Close an account and have its data erased, for an administrator who was asked to."""
    with _at(place) as (_settings, doors), doors.writing() as db:
        member, administrator = find_by_email(db, email), find_by_email(db, by)
        if member is None:
            sys.exit(f"Nobody here has the address {email}.")
        if administrator is None or not administrator.is_administrator:
            sys.exit(f"{by} is no administrator here.")
        begin_erasure(db, member, by=administrator, now=clock.now())
    tell("The account is closed. The service erases its data within some minutes, while it runs.")
    return 0


def verify_trail(place: Place) -> int:
    """Look at every seal, and compare the last one with what stands outside the database."""
    with _at(place) as (settings, doors):
        noted = noted_head(settings.INSTANCE)
        with doors.reading() as db:
            found = verify(db, noted)
    if found.broken_at:
        tell(f"✗ The trail was changed: the seal of row {found.broken_at} does not fit.")
        tell(f"  A backup that was restored also looks so: {settings.INSTANCE / FILE} is newer.")
        return 1
    tell(f"✓ {found.head.sequence} rows are sealed in order, and unchanged.")
    tell(f"  {found.waiting} wait for their seal, which comes within a minute.")
    tell(f"  The last seal is {found.head.digest}. Keep it elsewhere to compare it later.")
    return 0


def rotate_keys(place: Place) -> int:
    """Add a key, and seal everything with it. Killed anywhere, it goes on when called again."""
    with _at(place) as (settings, doors):
        path = settings.INSTANCE / "keys"
        with doors.reading() as db:
            unfinished = count_old(db)
        version = max(sealed.keyring.keys) if unfinished else add_key(path)
        sealed.keyring.renew()
        done = sum(rotate(doors))
        while more := sum(rotate(doors)):  # what was sealed while the service had not looked yet
            done += more
        with doors.reading() as db:
            left = count_old(db)
    tell(f"Key {version} seals from now on; {done} texts were sealed with it.")
    tell("Keep the earlier keys in the file: older backups need them.")
    return 1 if left else 0


@contextmanager
def _at(place: Place) -> Iterator[tuple[Settings, Doors]]:
    settings = place.settings()
    import_every_model()
    sealed.install(settings.SEAL_KEYS, source=settings.INSTANCE / "keys")
    doors = Doors.to(settings.database)
    try:
        yield settings, doors
    finally:
        doors.close()
