"""Which ID token of a provider is believed.

Only one that is signed by one of the provider's keys with an algorithm from our own list, was made
by this provider for us, for this very question, and has not ended.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

# Signatures that only the provider can make; never "none", nor one with a secret that we know too.
BELIEVED = [f"{kind}{size}" for kind in ("RS", "PS", "ES") for size in (256, 384, 512)]
LEEWAY = 60  # seconds


class NotBelieved(RuleBroken):
    """What came back is not the provider's answer to our question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a token must say. `shown_since`: its owner must have shown who they are since then."""

    issuer: str
    audience: str
    nonce: str
    shown_since: datetime | None = None


def is_signed(tokens: dict[str, Any], keys: dict[str, Any]) -> bool:
    """Tell whether one of these keys signed the token."""
    return _opened(tokens, keys) is not None


def believed(
    tokens: dict[str, Any], keys: dict[str, Any], expected: Expected, *, now: datetime
) -> dict[str, Any]:
    """Return what a token says, or refuse it."""
    from joserfc.errors import JoseError  # noqa: PLC0415  # slow to import

    token = _opened(tokens, keys)
    if token is None:
        raise not_believed()
    try:
        claims = _read(token, tokens, expected)
        claims.validate(now=int(now.timestamp()), leeway=LEEWAY)  # a name is a text, and not empty
    except (JoseError, ValueError, TypeError, KeyError) as failed:
        raise not_believed() from failed
    if expected.shown_since and not _shown_since(claims, expected.shown_since, now=now):
        raise not_believed()
    return dict(claims)


def not_believed() -> NotBelieved:
    return NotBelieved(
        N_("We could not be sure that this answer is for you. Please begin again here.")
    )


def _opened(tokens: dict[str, Any], keys: dict[str, Any]) -> Any:
    from joserfc import jwt  # noqa: PLC0415  # slow to import
    from joserfc.errors import JoseError  # noqa: PLC0415  # likewise
    from joserfc.jwk import KeySet  # noqa: PLC0415  # likewise

    try:
        usable = [each for each in keys.get("keys") or [] if each.get("kty") in {"RSA", "EC"}]
        known = KeySet.import_key_set({"keys": usable})
        return jwt.decode(str(tokens.get("id_token") or ""), known, algorithms=BELIEVED)
    except (JoseError, ValueError, TypeError, AttributeError, KeyError):
        return None


def _read(token: Any, tokens: dict[str, Any], expected: Expected) -> Any:
    from authlib.oidc.core import CodeIDToken  # noqa: PLC0415  # slow to import

    return CodeIDToken(
        token.claims,
        token.header,
        options={
            "iss": {"essential": True, "value": expected.issuer},
            "aud": {"essential": True, "value": expected.audience},
            "sub": {"essential": True},
            "nonce": {"essential": True, "value": expected.nonce},
        },
        params={
            "nonce": expected.nonce,
            "client_id": expected.audience,
            "access_token": tokens.get("access_token"),
        },
    )


def _shown_since(claims: Any, asked_at: datetime, *, now: datetime) -> bool:
    """Tell whether its owner signed in there since we asked; nobody has done so yet to come."""
    shown = claims.get("auth_time")
    earliest, latest = asked_at.timestamp() - LEEWAY, now.timestamp() + LEEWAY
    return isinstance(shown, int | float) and earliest <= shown <= latest
