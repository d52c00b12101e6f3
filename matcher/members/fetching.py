"""Asking a provider of single sign-on, and nobody else: short answers, soon, without detours."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

PATIENCE = 5  # seconds
LONGEST = 256 * 1024
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class ProviderAway(RuleBroken):
    """The provider does not answer, or not with what was asked."""


class _NoDetours(HTTPRedirectHandler):
    """An address that is not ours to choose is not followed either."""

    def redirect_request(self, *_args: Any, **_rest: Any) -> None:
        return None


def fetch(
    url: str, *, body: str | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Fetch an object; with a body, by sending that as a form."""
    if not is_private(url):
        raise away()
    data = body.encode() if body is not None else None
    request = Request(url, data=data, headers=dict(headers or {}))  # noqa: S310  # checked above
    request.add_header("Accept", "application/json")
    try:
        with build_opener(_NoDetours).open(request, timeout=PATIENCE) as answer:
            found = json.loads(answer.read(LONGEST))
    except (URLError, OSError, ValueError, RecursionError) as failed:
        raise away() from failed
    if not isinstance(found, dict):
        raise away()
    return found


def is_private(url: str) -> bool:
    """Tell whether nobody between us can read what goes there: https, or this very machine."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def away() -> ProviderAway:
    return ProviderAway(
        N_("The other service does not answer right now. Try again in a while, or sign in here.")
    )
