"""A provider of single sign-on (OpenID Connect): where to send somebody, and what to believe.

Authorization code with PKCE (S256), state and nonce. No token is kept.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from matcher.foundation.errors import RuleBroken
from matcher.members.fetching import away, fetch, is_private
from matcher.members.services.throttle import keyed
from matcher.members.tokens import LEEWAY, Expected, believed, is_signed, not_believed

WELL_KNOWN = "/.well-known/openid-configuration"
SCOPE = "openid email profile"
KEEP = timedelta(minutes=10)
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who we are to the provider."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    back: str
    address_claim: str = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One turn to the provider. Its nonce and verifier never leave us before they must."""

    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    asked_at: datetime
    # Whoever is asked must show anew who they are, however long they are signed in there.
    anew: bool = False

    @classmethod
    def of(cls, state: str, *, secret: str, asked_at: datetime, anew: bool) -> "Question":
        """Make the question from its state: only we can compute the rest of it."""
        return cls(
            state=state,
            nonce=keyed(secret, "nonce", state),
            verifier=keyed(secret, "verifier", state),
            asked_at=asked_at,
            anew=anew,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whom the provider says it is."""

    issuer: str
    subject: str
    email: str  # empty when the provider does not vouch for it
    name: str


class Provider:
    """The one provider of this installation. What it says of itself is kept for ten minutes."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._said: tuple[datetime, dict[str, Any], dict[str, Any]] | None = None

    def address(self, question: Question, *, now: datetime) -> str:
        """Return where to send the browser with a question."""
        from authlib.oauth2.rfc7636 import (  # noqa: PLC0415  # slow to import
            create_s256_code_challenge,
        )

        asked = {
            "response_type": "code",
            "client_id": self.client.client_id,
            "redirect_uri": self.client.back,
            "scope": SCOPE,
            "state": question.state,
            "nonce": question.nonce,
            "code_challenge": create_s256_code_challenge(question.verifier),
            "code_challenge_method": "S256",
        }
        if question.anew:
            asked |= {"prompt": "login", "max_age": str(LEEWAY)}
        return _with(self._metadata(now)["authorization_endpoint"], asked)

    def look(self, *, now: datetime) -> None:
        """Ask it what it says of itself, and refuse what would not do."""
        self._metadata(now)

    def person(self, code: str, question: Question, *, issuer: str, now: datetime) -> Person:
        """Exchange a code, and return whom the provider vouches for. `issuer`: as the page said."""
        said = self._metadata(now)
        names_itself = said.get("authorization_response_iss_parameter_supported") is True
        if (issuer or names_itself) and issuer != self.client.issuer:
            raise not_believed()
        tokens = fetch(said["token_endpoint"], **self._exchange(code, question, said))
        claims = self._claims(tokens, question, now)
        more = self._more(tokens, claims, said)
        verified = more.get("email_verified")
        vouched = verified is True or verified == "true"  # some say it as a word
        address = more.get(self.client.address_claim)
        return Person(
            issuer=self.client.issuer,
            subject=str(claims["sub"]),
            email=str(address) if vouched and isinstance(address, str) else "",
            name=str(more.get("name") or ""),
        )

    def leaving(self, onward: str, *, now: datetime) -> str | None:
        """Return where one signs out at the provider as well, if it offers that."""
        try:
            end = self._metadata(now).get("end_session_endpoint")
        except RuleBroken:
            return None
        if not isinstance(end, str) or not is_private(end):
            return None
        asked = {"client_id": self.client.client_id, "post_logout_redirect_uri": onward}
        return _with(end, asked)

    def _metadata(self, now: datetime) -> dict[str, Any]:
        if self._said is None or now - self._said[0] > KEEP:
            said = fetch(self.client.issuer.rstrip("/") + WELL_KNOWN)
            addresses = [said.get(each) for each in NEEDED]
            if not all(isinstance(each, str) and is_private(each) for each in addresses):
                raise away()
            if said.get("issuer") != self.client.issuer:
                raise not_believed()
            self._said = now, said, fetch(said["jwks_uri"])
        return self._said[1]

    def _exchange(self, code: str, question: Question, said: dict[str, Any]) -> dict[str, Any]:
        from authlib.oauth2.auth import ClientAuth  # noqa: PLC0415  # slow to import

        offered = said.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        secret = self.client.secret
        how = "client_secret_basic" if "client_secret_basic" in offered else "client_secret_post"
        auth = ClientAuth(self.client.client_id, secret, how if secret else "none")
        body = urlencode(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self.client.back,
                "code_verifier": question.verifier,
            }
        )
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        _, headers, body = auth.prepare("POST", said["token_endpoint"], headers, body)
        return {"headers": headers, "body": body}

    def _claims(self, tokens: dict[str, Any], question: Question, now: datetime) -> dict[str, Any]:
        """Return what the ID token says, once it is believed."""
        expected = Expected(
            issuer=self.client.issuer,
            audience=self.client.client_id,
            nonce=question.nonce,
            shown_since=question.asked_at if question.anew else None,
        )
        if not self._has_key(tokens) and self._said:
            # Providers change their keys: look once whether there are new ones.
            self._said = now, self._said[1], fetch(self._said[1]["jwks_uri"])
        keys = self._said[2] if self._said else {}
        return believed(tokens, keys, expected, now=now)

    def _has_key(self, tokens: dict[str, Any]) -> bool:
        return self._said is not None and is_signed(tokens, self._said[2])

    def _more(
        self, tokens: dict[str, Any], claims: dict[str, Any], said: dict[str, Any]
    ) -> dict[str, Any]:
        """Add what the provider tells of the person elsewhere, where it must be the same person."""
        asked = said.get("userinfo_endpoint")
        if self.client.address_claim in claims or not isinstance(asked, str):
            return claims
        headers = {"Authorization": f"Bearer {tokens.get('access_token')}"}
        more = fetch(asked, headers=headers)
        return {**more, **claims} if more.get("sub") == claims["sub"] else claims


def _with(url: str, asked: dict[str, str]) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(asked)}"
