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
from typing import Any, Generic, TypeVar, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from matcher.foundation.database import Base

NONCE = 12
Content = TypeVar("Content")


class SealBroken(Exception):
    """A sealed text was changed, moved, or locked with a key we do not have."""


@dataclass
class Keyring:
    """The keys by version; the newest one seals, every one opens."""

    keys: Mapping[int, bytes] = field(default_factory=dict)

    def seal(self, text: bytes, place: str) -> bytes:
        version = max(self.keys)
        nonce = os.urandom(NONCE)
        box = AESGCM(self.keys[version]).encrypt(nonce, text, place.encode())
        return version.to_bytes(2, "big") + nonce + box

    def open(self, box: bytes, place: str) -> bytes:
        version, nonce = int.from_bytes(box[:2], "big"), box[2 : 2 + NONCE]
        try:
            return AESGCM(self.keys[version]).decrypt(nonce, box[2 + NONCE :], place.encode())
        except (KeyError, InvalidTag, ValueError) as reason:
            raise SealBroken(place) from reason


# The keys of this process. Rows open themselves, and have nobody to ask for a key.
keyring = Keyring()


def install(keys: Mapping[int, bytes]) -> None:
    """Give this process its keys, when it starts."""
    keyring.keys = dict(keys)


class Sealed(ABC, Generic[Content]):
    """A column's content, sealed on the way in and opened on the way out."""

    def __init__(self, column: str) -> None:
        self.column = column

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed[Content]": ...
    @overload
    def __get__(self, row: Base, owner: type) -> Content | None: ...
    def __get__(self, row: Base | None, owner: type) -> "Sealed[Content] | Content | None":
        if row is None:
            return self
        box: bytes | None = getattr(row, self.column)
        return None if box is None else self._read(keyring.open(box, self._place(row)))

    def __set__(self, row: Base, content: Content | None) -> None:
        box = None
        if content is not None:
            box = keyring.seal(self._write(content), self._place(row))
        setattr(row, self.column, box)

    def _place(self, row: Base) -> str:
        return f"{row.__tablename__}|{self.column}|{row.id}"

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
