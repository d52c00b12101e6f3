"""Passkeys as plain values: for which site they are made, and what devices tell of them.

All of it is tied to the address of this installation, as it is configured: a passkey made here
works nowhere else, and one that was shown elsewhere counts for nothing here.
"""

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from matcher.foundation.words import N_

PORTS = {"https": 443, "http": 80}

NOT_BELIEVED = N_("This passkey was not accepted. Try it again, or sign in another way.")
NOT_AT_A_NUMBER = N_(
    "Passkeys are kept for a name, such as mentors.example.org, and this installation is reached "
    "by a number. Whoever looks after it can give it a name."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """For which site a passkey is made: its name, and its whole address as browsers write it."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A passkey that is known already: what its device calls it, and how that is reached."""

    credential: str
    reached_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a device gave when it made a passkey."""

    credential: str
    public_key: str
    times_used: int
    reached_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a device says when it shows a passkey. Nothing of it is believed yet."""

    credential: str
    owner: bytes
    answer: dict[str, Any]


def site_of(base_url: str) -> Site | None:
    """Return for which site passkeys are made here; none where it is reached by a number."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    try:
        ip_address(host)
    except ValueError:
        port = "" if parts.port in {None, PORTS.get(parts.scheme)} else f":{parts.port}"
        return Site(host=host, origin=f"{parts.scheme}://{host}{port}") if host else None
    return None
