"""What this browser waits for, in its own cookie: a mailed link, a provider, a passkey.

Nothing in it opens anything: it only says which answer belongs to this browser.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from flask import session

from matcher.members.queries import fingerprint

LINK, PROVIDER, STRANGER = "asked_link", "asked_provider", "stranger"
PASSKEY = "asked_passkey"
# How long somebody may be away at the provider.
AWAY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A link was asked for here. `secret` never leaves this browser and the request."""

    secret: str
    email: str
    onward: str

    @property
    def browser(self) -> str:
        """What may be kept of it elsewhere."""
        return fingerprint(self.secret)


def ask(email: str, onward: str) -> Asked:
    """Remember that a link is on its way to whoever has this address."""
    asked = Asked(secret=token_urlsafe(32), email=email, onward=onward)
    session[LINK] = [asked.secret, asked.email, asked.onward]
    return asked


def asked_here() -> Asked | None:
    """Return what was asked for last, if anything."""
    kept: Any = session.get(LINK)
    return Asked(secret=kept[0], email=kept[1], onward=kept[2]) if kept else None


class Why(StrEnum):
    """What somebody was sent to the provider for."""

    ENTER = "enter"
    CONNECT = "connect"
    PROVE = "prove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Somebody was sent to the provider from here. `sign_in_id`: where they were signed in."""

    state: str
    why: Why
    onward: str
    at: datetime
    sign_in_id: UUID | None


def send(why: Why, onward: str, *, at: datetime, sign_in_id: UUID | None = None) -> Sent:
    """Remember that somebody goes to the provider from this browser."""
    sent = Sent(state=token_urlsafe(32), why=why, onward=onward, at=at, sign_in_id=sign_in_id)
    signed_in = str(sign_in_id) if sign_in_id else ""
    session[PROVIDER] = [sent.state, str(why), onward, int(at.timestamp()), signed_in]
    return sent


def sent_from_here(state: str, *, now: datetime) -> Sent | None:
    """Return what was asked from this browser, if this is the answer to it, and in time."""
    kept: Any = session.get(PROVIDER)
    if not kept or not state or kept[0] != state:
        return None
    at = datetime.fromtimestamp(kept[3], UTC)
    if now - at > AWAY:
        return None
    sign_in_id = UUID(kept[4]) if kept[4] else None
    return Sent(state=state, why=Why(kept[1]), onward=kept[2], at=at, sign_in_id=sign_in_id)


def forget_sent() -> None:
    """Forget what was asked of the provider: an answer counts once."""
    session.pop(PROVIDER, None)


def keep_stranger(asked: Asked, issuer: str, subject: str) -> None:
    """Keep whom the provider named, until the mailbox shows whose account here it is."""
    session[STRANGER] = [asked.browser, issuer, subject]


def stranger(asked: Asked) -> tuple[str, str] | None:
    """Return issuer and subject of whoever waits for this very mail."""
    kept: Any = session.get(STRANGER)
    return (kept[1], kept[2]) if kept and kept[0] == asked.browser else None


def ask_for_passkey() -> str:
    """Remember that a passkey was asked for here; return what may be kept of it elsewhere."""
    session[PASSKEY] = secret = token_urlsafe(32)
    return fingerprint(secret)


def passkey_asked_here() -> str:
    """Return what was kept elsewhere when a passkey was asked for here last."""
    return fingerprint(str(session.pop(PASSKEY, "")))
