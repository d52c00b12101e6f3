"""Puts a backup in the place of the database: after checking it, and after forgetting again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from matcher.backups.locks import read_passphrase
from matcher.backups.making import Plan, store_of
from matcher.backups.parcels import About, NotGood, fingerprints, unpacked
from matcher.backups.stores import check, no_pulse

# What must be done to the copy before anybody sees it: the newest schema, and forgetting whoever
# was erased since.
Prepare = Callable[[str], None]


def restore(plan: Plan, backup: Path, *, now: datetime, prepare: Prepare) -> str:
    """Restore a backup that proves to be whole; say where the database before it is kept."""
    if not backup.is_file():
        raise NotGood(f"There is no backup at {backup}.")
    store = store_of(plan.database)
    plan.INSTANCE.mkdir(parents=True, exist_ok=True)
    passphrase = read_passphrase(plan.BACKUP_KEY_FILE)
    with unpacked(backup, passphrase, beside=plan.INSTANCE.absolute()) as (about, copied):
        _refuse_others(about, plan, store.kind)
        with store.apart(copied, no_pulse) as url:
            check(url, about.rows, no_pulse)
            prepare(url)
            return store.swap(url, now.strftime("%Y%m%dT%H%M%S"))


def _refuse_others(about: About, plan: Plan, kind: str) -> None:
    if about.kind != kind:
        raise NotGood(f"This backup is of a {about.kind} database, and this one is {kind}.")
    ours = fingerprints(plan.SEAL_KEYS)
    lacking = [version for version, print_ in about.keys.items() if ours.get(version) != print_]
    if lacking:
        raise NotGood(
            f"Sealed texts in this backup need the keys they were sealed with (version "
            f"{', '.join(lacking)}): put them into {plan.INSTANCE / 'keys'}, then restore."
        )
