"""Texts that only open in their own place: encryption bound to table, column and row.

AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; the place is authenticated with the
text, so a box moved to another row or changed by one bit does not open. Keys live outside the
database and carry a version, so that they can be renewed while the service runs.
"""

import json
import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, overload
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from matcher.foundation.database import Base

NONCE = 12
Content = TypeVar("Content")


class SealBroken(Exception):
    """A sealed text was changed, moved, or locked with a key we do not have."""


@dataclass
class Keyring:
    """The keys by version; the newest one seals, every one opens.

    While the service runs its keys may be renewed: the file they come from is looked at again
    whenever it has changed.
    """

    keys: Mapping[int, bytes] = field(default_factory=dict)
    source: Path | None = None
    seen: int = 0

    def renew(self) -> None:
        """Read the file again, if it is another one than it was."""
        if self.source is None:
            return
        try:
            changed = self.source.stat().st_mtime_ns
        except OSError:
            return  # what we have still opens
        if changed != self.seen:
            self.keys, self.seen = parse_keys(self.source.read_text()), changed

    def seal(self, text: bytes, place: str) -> bytes:
        self.renew()
        version = max(self.keys)
        nonce = os.urandom(NONCE)
        box = AESGCM(self.keys[version]).encrypt(nonce, text, place.encode())
        return version.to_bytes(2, "big") + nonce + box

    def open(self, box: bytes, place: str) -> bytes:
        version, nonce = version_of(box), box[2 : 2 + NONCE]
        if version not in self.keys:
            self.renew()
        try:
            return AESGCM(self.keys[version]).decrypt(nonce, box[2 + NONCE :], place.encode())
        except (KeyError, InvalidTag, ValueError) as reason:
            raise SealBroken(place) from reason


# The keys of this process. Rows open themselves, and have nobody to ask for a key.
keyring = Keyring()


def install(keys: Mapping[int, bytes], *, source: Path | None = None) -> None:
    """Give this process its keys, when it starts, and the file that it may find newer ones in."""
    keyring.keys = dict(keys)
    keyring.source = source if source and source.exists() else None
    keyring.seen = keyring.source.stat().st_mtime_ns if keyring.source else 0


def parse_keys(text: str) -> dict[int, bytes]:
    """Read keys, one `version hex` per line."""
    lines = (line.split() for line in text.splitlines() if line.strip())
    return {int(version): bytes.fromhex(key) for version, key in lines}


def place_of(table: str, column: str, row_id: UUID) -> str:
    """Name the one place in which a box opens."""
    return f"{table}|{column}|{row_id}"


def version_of(box: bytes) -> int:
    """Tell which key a box was sealed with."""
    return int.from_bytes(box[:2], "big")


class Sealed(ABC, Generic[Content]):
    """A column's content, sealed on the way in and opened on the way out."""

    table = ""

    def __init__(self, column: str) -> None:
        self.column = column

    def __set_name__(self, owner: type, _name: str) -> None:
        self.table = getattr(owner, "__tablename__", "")

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed[Content]": ...
    @overload
    def __get__(self, row: Base, owner: type) -> Content | None: ...
    def __get__(self, row: Base | None, owner: type) -> "Sealed[Content] | Content | None":
        if row is None:
            return self
        box: bytes | None = getattr(row, self.column)
        return None if box is None else self._read(keyring.open(box, self._place(row)))

    def opened(self, row_id: UUID, box: bytes | None) -> Content | None:
        """Open what was asked for as a column alone, of a row that was not loaded whole."""
        place = place_of(self.table, self.column, row_id)
        return None if box is None else self._read(keyring.open(box, place))

    def __set__(self, row: Base, content: Content | None) -> None:
        box = None
        if content is not None:
            box = keyring.seal(self._write(content), self._place(row))
        setattr(row, self.column, box)

    def _place(self, row: Base) -> str:
        return place_of(row.__tablename__, self.column, row.id)

    @abstractmethod
    def _read(self, text: bytes) -> Content: ...

    @abstractmethod
    def _write(self, content: Content) -> bytes: ...


class SealedText(Sealed[str]):
    """`note = SealedText("note_sealed")` beside `note_sealed: Mapped[bytes | None]`."""

    def _read(self, text: bytes) -> str:
        return text.decode()

    def _write(self, content: str) -> bytes:
        return content.encode()


class SealedJson(Sealed[dict[str, Any]]):
    """The same for several answers together."""

    def _read(self, text: bytes) -> dict[str, Any]:
        answers: dict[str, Any] = json.loads(text)
        return answers

    def _write(self, content: dict[str, Any]) -> bytes:
        return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


class SealedBytes(Sealed[bytes]):
    """The same for a file."""

    def _read(self, text: bytes) -> bytes:
        return text

    def _write(self, content: bytes) -> bytes:
        return content
