"""What this browser has asked for and waits for, in its own cookie: a mailed link, or a provider.

Nothing in it opens anything: it only says which answer belongs to this browser.
"""

from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

from flask import session

from matcher.members.queries import fingerprint

LINK = "asked_link"


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
