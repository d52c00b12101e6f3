"""The link beneath a mail that is not essential: whoever holds it may stop such mails.

It needs no sign-in, as mail programs press it by themselves (RFC 8058). It says nothing about
the member, and opens nothing else.
"""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from matcher.messages.models import Budget


@dataclass(frozen=True, slots=True)
class StopWish:
    """Whose mails of which sort to stop."""

    member_id: UUID
    budget: Budget


def write_wish(wish: StopWish, secret: str) -> str:
    said = f"{wish.member_id.hex}.{wish.budget}"
    return f"{said}.{_seal(said, secret)}"


def read_wish(token: str, secret: str) -> StopWish | None:
    """Return what the link asks for, if we made it."""
    said, _, seal = token.rpartition(".")
    if not hmac.compare_digest(seal.encode(), _seal(said, secret).encode()):
        return None
    member, _, budget = said.partition(".")
    return StopWish(UUID(hex=member), Budget(budget))


def _seal(said: str, secret: str) -> str:
    return hmac.new(secret.encode(), b"stop|" + said.encode(), hashlib.sha256).hexdigest()[:40]
