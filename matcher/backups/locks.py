"""Locks a backup with a passphrase, piece by piece, so that its size does not matter.

Each piece is sealed with AES-256-GCM under a nonce that holds its number and whether it is the
last: pieces that are changed, moved, missing or cut off do not open (the STREAM construction of
Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The key is made of the passphrase by scrypt.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

if sys.platform != "win32":
    import fcntl

MAGIC = b"SAMEN-LOCKED-1\n"
SALT, PREFIX, TAG, PIECE = 16, 7, 16, 1 << 20
SHORTEST = 16


class Locked(Exception):
    """A backup does not open; the text says why, for whoever restores it."""


def read_passphrase(path: str) -> bytes | None:
    """Read the passphrase from its file; None where backups are not locked."""
    if not path:
        return None
    try:
        passphrase = Path(path).read_bytes().strip()
    except OSError as error:
        raise Locked(f"The file with the passphrase cannot be read: {path}") from error
    if len(passphrase) < SHORTEST:
        raise Locked(f"The passphrase in {path} is short: use at least {SHORTEST} characters.")
    return passphrase


class LockingWriter:
    """Seals what is written to it, and passes it on."""

    def __init__(self, file: BinaryIO, passphrase: bytes) -> None:
        salt, self._prefix = os.urandom(SALT), os.urandom(PREFIX)
        self._box, self._file = _box(passphrase, salt), file
        self._rest, self._number = b"", 0
        file.write(MAGIC + salt + self._prefix)

    def write(self, data: bytes) -> int:
        self._rest += data
        while len(self._rest) > PIECE:  # the last piece, full or not, is known only at the end
            self._put(self._rest[:PIECE], is_last=False)
            self._rest = self._rest[PIECE:]
        return len(data)

    def close(self) -> None:
        self._put(self._rest, is_last=True)

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, is_last=is_last)
        self._file.write(self._box.encrypt(nonce, piece, MAGIC))
        self._number += 1


class UnlockingReader:
    """Opens what was sealed, as it is read."""

    def __init__(self, file: BinaryIO, passphrase: bytes | None) -> None:
        if passphrase is None:
            raise Locked("This backup is locked: set MATCHER_BACKUP_KEY_FILE to its passphrase.")
        if file.read(len(MAGIC)) != MAGIC:
            raise Locked("This is not a locked backup.")
        self._box, self._prefix = _box(passphrase, file.read(SALT)), file.read(PREFIX)
        self._file, self._number, self._open = file, 0, b""
        self._next = file.read(PIECE + TAG)

    def read(self, size: int) -> bytes:
        while len(self._open) < size and self._next:
            self._open += self._take()
        taken, self._open = self._open[:size], self._open[size:]
        return taken

    def _take(self) -> bytes:
        piece, self._next = self._next, self._file.read(PIECE + TAG)
        nonce = _nonce(self._prefix, self._number, is_last=not self._next)
        self._number += 1
        try:
            return self._box.decrypt(nonce, piece, MAGIC)
        except InvalidTag as error:
            raise Locked(
                "This backup was changed or cut off, or has another passphrase."
            ) from error


def locked(lock: IO[str]) -> bool:
    """Take a file for this process alone, until it is closed."""
    if sys.platform == "win32":  # there, a file in use cannot be replaced
        return True
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def is_locked(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _box(passphrase: bytes, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase))


def _nonce(prefix: bytes, number: int, *, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([is_last])
