"""`matcher backup` and `matcher restore`, and the backup before an upgrade."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from alembic.util import CommandError

from matcher.backups.locks import Locked
from matcher.backups.making import make_backup
from matcher.backups.parcels import NotGood
from matcher.backups.restoring import restore as put_back
from matcher.commands.places import Place, tell
from matcher.config import Settings
from matcher.foundation import clock, sealed
from matcher.foundation.doors import Doors
from matcher.members.services.signing_in import end_what_came_back
from matcher.migrations.models import import_every_model
from matcher.migrations.upgrade import current, newest, upgrade
from matcher.privacy.tombstones import NoTombstones, forget_again

TRIED = "Restored beside the database, checked row by row in number, and found good:"


def backup(place: Place, *, to: Path | None = None) -> int:
    """Make a backup and try it, while the service goes on."""
    settings = place.settings()
    if to:
        settings = replace(settings, BACKUP_FOLDER=str(to))
    with _or_say("No backup was made."):
        made = make_backup(settings, now=clock.now())
    tell(TRIED)
    tell(f"  {made} ({made.stat().st_size / 1e6:.1f} MB)")
    tell(f"The keys are not in it. Keep {settings.INSTANCE / 'keys'} in another place.")
    if not settings.BACKUP_KEY_FILE:
        tell("It is not locked: MATCHER_BACKUP_KEY_FILE names a file with a passphrase.")
    return 0


def restore(place: Place, file: Path) -> int:
    """Put a backup in the place of the database, which is kept aside."""
    settings = place.settings()
    sealed.install(settings.SEAL_KEYS)

    def prepare(url: str) -> None:
        try:
            upgrade(url)
        except CommandError as error:
            raise NotGood("This backup was made by a newer version than this one.") from error
        import_every_model()  # whom to forget is looked for in all of them
        returned = forget_again(url, settings.INSTANCE)
        if returned:
            tell(f"Erased again, as was promised since: {returned}.")
        doors = Doors.to(url)
        with doors.writing() as db:
            end_what_came_back(db, now=clock.now())
        doors.close()

    with _or_say("Nothing was changed."):
        aside = put_back(settings, file.absolute(), now=clock.now(), prepare=prepare)
    tell(f"Restored from {file}, at {newest()}.")
    tell("Everybody signs in anew: the backup cannot know which sign-ins ended since.")
    tell(f"The database before it is kept as {aside}: remove it when you are sure.")
    return 0


def bring_up(settings: Settings, *, backup: bool = True) -> None:
    """Bring a database to this version. One that holds something is backed up before."""
    at = current(settings.database)
    if backup and at not in {None, newest()}:
        with _or_say("Nothing was upgraded. To go on without a backup: --no-backup"):
            made = make_backup(settings, now=clock.now())
        tell(f"Backed up to {made}")
    upgrade(settings.database)


@contextmanager
def _or_say(then: str) -> Iterator[None]:
    try:
        yield
    except (NotGood, Locked, NoTombstones) as reason:
        sys.exit(f"{reason}\n{then}")
