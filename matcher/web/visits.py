"""The cookie of a visit: Flask's own, read once for all the pages that it comes with."""

from datetime import datetime
from functools import lru_cache

from flask import Flask, Request, Response
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer

from matcher.web.seals import NAME
from matcher.web.stamps import Stamp, is_in_time


class Visits(SecureCookieSessionInterface):
    """What signs the cookie of a visit is made once, not for every page."""

    _made: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self._made is None:
            self._made = super().get_signing_serializer(app)
            if self._made:
                self._made.signer = Stamp
        return self._made

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        signed = request.cookies.get(self.get_cookie_name(app))
        serializer = self.get_signing_serializer(app)
        if not signed or not serializer:
            return super().open_session(app, request)
        try:
            seed, at = _read(serializer, signed)
        except BadSignature:
            return self.session_class()
        except _HoldsMore:
            return super().open_session(app, request)
        lasts = app.permanent_session_lifetime.total_seconds()
        return self.session_class({NAME: seed} if is_in_time(at, lasts) else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Say at once that nothing has changed: Flask first asks what a cookie would be like."""
        is_new = not session or session.modified or session.permanent
        if is_new or not session.accessed or "Vary" in response.headers:
            super().save_session(app, session, response)
        else:
            response.headers["Vary"] = "Cookie"


class _HoldsMore(Exception):
    """There is more in a cookie than is kept here."""


@lru_cache(maxsize=1000)
def _read(serializer: URLSafeTimedSerializer, signed: str) -> tuple[str, datetime]:
    """Check and read a cookie once: a browser sends the same one with every page.

    Only one that holds the seed of forms, a number drawn for a browser, as nearly all do. What a
    visit holds for a moment besides may be somebody's own, and is kept nowhere.
    """
    held, at = serializer.loads(signed, return_timestamp=True)
    if held.keys() != {NAME}:
        raise _HoldsMore
    return held[NAME], at
