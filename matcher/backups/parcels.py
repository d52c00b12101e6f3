"""The file a backup is: what it holds, said first, and the database, compressed."""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from gzip import GzipFile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Self

from matcher.backups.locks import LockingWriter, UnlockingReader, is_locked

ENDING = ".backup"
OPENED = ".opened-"
SAID, KEPT = "about.json", "database"
MODE = 0o600
PIECE = 1 << 20


class NotGood(Exception):
    """A backup that must not be trusted; the text says what is wrong."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What a backup says of itself."""

    kind: str  # "sqlite" or "postgresql"
    made_at: str
    schema: str | None
    rows: Mapping[str, int]
    # Fingerprints of the keys that open sealed texts: the keys themselves are kept elsewhere.
    keys: Mapping[str, str]
    sha256: str = ""

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError) as error:
            raise NotGood("The backup does not say what it holds.") from error


def fingerprints(keys: Mapping[int, bytes]) -> dict[str, str]:
    return {
        str(version): hashlib.sha256(b"fingerprint|" + key).hexdigest()[:16]
        for version, key in keys.items()
    }


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pack(about: About, database: Path, target: Path, passphrase: bytes | None) -> None:
    """Write a backup, and make sure that the disk has it."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE)
    with os.fdopen(handle, "wb") as file:
        writer = LockingWriter(file, passphrase) if passphrase else None
        through: Any = writer or file
        with (
            GzipFile("", "wb", compresslevel=6, fileobj=through) as pressed,
            tarfile.open(fileobj=pressed, mode="w|") as parcel,
        ):
            said = json.dumps(asdict(about), indent=1).encode()
            slip = tarfile.TarInfo(SAID)
            slip.size = len(said)
            parcel.addfile(slip, BytesIO(said))
            parcel.add(database, KEPT)
        if writer:
            writer.close()
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def unpacked(
    source: Path, passphrase: bytes | None, *, beside: Path
) -> Iterator[tuple[About, Path]]:
    """Open a backup in a folder that only we can read; refuse what is damaged."""
    with TemporaryDirectory(dir=beside, prefix=OPENED) as folder:
        database = Path(folder) / KEPT
        about = _unpack(source, database, passphrase)
        if digest(database) != about.sha256:
            raise NotGood("The backup was damaged: its database is not what was put in.")
        yield about, database


def _unpack(source: Path, database: Path, passphrase: bytes | None) -> About:
    try:
        with source.open("rb") as file:
            reader: Any = UnlockingReader(file, passphrase) if is_locked(source) else file
            with tarfile.open(fileobj=reader, mode="r|gz") as parcel:
                about = None
                for entry in parcel:
                    content = parcel.extractfile(entry)
                    if content and entry.name == SAID:
                        about = About.from_json(content.read())
                    elif content and entry.name == KEPT:
                        _keep(content, database)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise NotGood(f"{source} is not a whole backup.") from error
    if about is None or not database.exists():
        raise NotGood(f"{source} is not a whole backup.")
    return about


def _keep(content: IO[bytes], target: Path) -> None:
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, MODE), "wb") as file:
        while piece := content.read(PIECE):
            file.write(piece)
