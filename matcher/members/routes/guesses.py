"""Who guesses, and where from: kept as hashes that only we can compute."""

from ipaddress import ip_address, ip_network
from secrets import token_urlsafe
from uuid import UUID

from flask import current_app, g, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug import Response

from matcher.foundation import clock
from matcher.foundation.text import fold
from matcher.members.services.throttle import Guess, allow, keyed
from matcher.web.session import writing
from matcher.web.stamps import Stamp

A_YEAR = 365 * 24 * 60 * 60
MOST_KNOWN = 5


def guess_for(email: str, *, about: str = "sign-in") -> Guess:
    """Return the guess that this request is. A browser known to the owner is counted apart."""
    account = _account(email)
    device, known = _device()
    if account in known:
        return Guess(_keyed(about, account, device), _keyed("device", device))
    return Guess(_keyed(about, account), _keyed("origin", _origin()))


def guess_at_code(browser: str) -> Guess:
    """Return the guess at a code that was mailed for one browser."""
    return Guess(_keyed("code", browser), _keyed("origin", _origin()))


def guess_with_passkey(browser: str) -> Guess:
    """Return the try that this request is. Nobody guesses a passkey: only where from counts."""
    return Guess(_keyed("passkey", browser), _keyed("origin", _origin()))


def count(guess: Guess) -> UUID | None:
    """Count a guess before it is checked, whatever becomes of it. None: there were too many."""
    with writing() as db:
        attempt = allow(db, guess, now=clock.now())
        return attempt.id if attempt else None


def know_device(response: Response, email: str) -> None:
    """Let this browser show, for a year, that the owner of this address signed in with it."""
    device, known = _device()
    accounts = [_account(email), *(each for each in known if each != _account(email))]
    response.set_cookie(
        _cookie(),
        _signer().dumps([device, accounts[:MOST_KNOWN]]),
        max_age=A_YEAR,
        secure=current_app.config["HTTPS"],
        httponly=True,
        samesite="Lax",
    )


def mark_of_browser(member_id: UUID) -> str:
    """Return by what this browser is known as one of a member's: another mark for each member."""
    return _keyed("browser", member_id.hex, _device()[0])


def _device() -> tuple[str, list[str]]:
    """Return this browser's random mark, and whose it is. A new one lasts for the request."""
    if "device" not in g:
        try:
            g.device = _signer().loads(request.cookies.get(_cookie(), ""), max_age=A_YEAR)
        except BadSignature:
            g.device = token_urlsafe(24), []
    device, known = g.device
    return device, known


def _account(email: str) -> str:
    return _keyed("account", fold(email))


def _origin() -> str:
    """Return where the request comes from; with IPv6 a household has a whole network."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if address.version == 6:  # noqa: PLR2004  # the version of the protocol
        return str(ip_network((address, 64), strict=False))
    return str(address)


def _keyed(*parts: str) -> str:
    return keyed(_secret(), *parts)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(_secret(), salt="device", signer=Stamp)


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


def _cookie() -> str:
    return "__Host-device" if current_app.config["HTTPS"] else "device"
