"""Makes a backup, restores it beside the real database, and only then calls it one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Protocol

from matcher.backups.locks import locked, read_passphrase
from matcher.backups.parcels import (
    KEPT,
    OPENED,
    About,
    NotGood,
    digest,
    fingerprints,
    pack,
    unpacked,
)
from matcher.backups.postgres import PostgresStore
from matcher.backups.rotation import named
from matcher.backups.sqlite import SqliteStore
from matcher.backups.stores import Pulse, Store, check, no_pulse, schema_of

UNTRIED, MAKING = ".untried-", ".making-"


class Plan(Protocol):
    """What backups need to know of the settings."""

    @property
    def INSTANCE(self) -> Path: ...  # noqa: N802  # named as the setting

    @property
    def BACKUP_FOLDER(self) -> str: ...  # noqa: N802  # likewise

    @property
    def BACKUP_KEY_FILE(self) -> str: ...  # noqa: N802  # likewise

    @property
    def SEAL_KEYS(self) -> Mapping[int, bytes]: ...  # noqa: N802  # likewise

    @property
    def database(self) -> str: ...


def folder_of(plan: Plan) -> Path:
    """Return the folder that backups are kept in; only this account may look into it."""
    folder = (
        Path(plan.BACKUP_FOLDER) if plan.BACKUP_FOLDER else plan.INSTANCE.absolute() / "backups"
    )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def store_of(url: str) -> Store:
    if url.startswith("sqlite:///"):
        return SqliteStore(Path(url.removeprefix("sqlite:///")))
    return PostgresStore(url)


def make_backup(plan: Plan, *, now: datetime, pulse: Pulse = no_pulse) -> Path:
    """Make a backup and try it. What is not good is thrown away, and the reason raised."""
    folder, store = folder_of(plan), store_of(plan.database)
    passphrase = read_passphrase(plan.BACKUP_KEY_FILE)
    target = folder / named(now)
    untried = target.with_name(f"{UNTRIED}{target.name}")
    with _alone(folder):
        try:
            with TemporaryDirectory(dir=folder, prefix=MAKING) as desk:
                about, copied = _copy(plan, store, Path(desk), now, pulse)
                pack(about, copied, untried, passphrase)
            pulse()
            try_out(untried, store, passphrase, pulse)
            untried.replace(target)
        finally:
            untried.unlink(missing_ok=True)
    return target


def _copy(plan: Plan, store: Store, desk: Path, now: datetime, pulse: Pulse) -> tuple[About, Path]:
    copied = desk / KEPT
    rows = store.copy(copied, pulse)
    about = About(
        kind=store.kind,
        made_at=now.isoformat(),
        schema=schema_of(plan.database),
        rows=rows,
        keys=fingerprints(plan.SEAL_KEYS),
        sha256=digest(copied),
    )
    pulse()
    return about, copied


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Make one backup at a time, and clear away what a killed process left of its own."""
    with (folder / ".lock").open("w") as lock:
        if not locked(lock):
            raise NotGood(f"Another backup is being made in {folder}.")
        for left in folder.glob(f"{UNTRIED}*"):
            left.unlink(missing_ok=True)
        for desk in (*folder.glob(f"{MAKING}*"), *folder.glob(f"{OPENED}*")):
            rmtree(desk, ignore_errors=True)
        yield


def try_out(path: Path, store: Store, passphrase: bytes | None, pulse: Pulse = no_pulse) -> About:
    """Restore a backup beside the real database and check it; raise what is wrong."""
    with unpacked(path, passphrase, beside=path.parent) as (about, copied):
        pulse()
        with store.apart(copied, pulse) as url:
            check(url, about.rows, pulse)
    return about
