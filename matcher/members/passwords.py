"""Keeping passwords so that nobody can read them, and telling which ones are too easy to guess.

Argon2id (RFC 9106). One check takes a good deal of memory and time on purpose, so no more than
two run at once: a flood of guesses must not starve everyone else.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

AT_ONCE = 2
PATIENCE = 10  # seconds to wait for a turn


class TooBusy(RuleBroken):
    """More people sign in at this moment than the machine can check."""


class Hasher:
    """Makes and checks password hashes. Slow: never call it within `writing()`."""

    def __init__(self, memory_kib: int) -> None:
        self._argon2 = PasswordHasher(memory_cost=memory_kib)
        self._turns = BoundedSemaphore(AT_ONCE)
        # Checked when nobody has this address, so that a stranger's answer takes as long.
        self._nobodys = self._argon2.hash("nobody has this password")

    def hash(self, password: str) -> str:
        with self._turn():
            return self._argon2.hash(_bytes(password))

    def check(self, kept: str | None, password: str) -> bool:
        """Tell whether this is the password. Takes as long when there is none to compare with."""
        with self._turn():
            try:
                self._argon2.verify(kept or self._nobodys, _bytes(password))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Tell whether a hash was made with other settings than today's."""
        return self._argon2.check_needs_rehash(kept)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=PATIENCE):
            raise TooBusy(N_("Many people are signing in right now. Please try again in a moment."))
        try:
            yield
        finally:
            self._turns.release()


def _bytes(password: str) -> bytes:
    """One form for each password, whichever keyboard typed it (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password).encode(errors="surrogatepass")
