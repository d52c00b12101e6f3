"""The application class: Flask, with templates that speak and addresses that are made once."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from flask import Flask, Response, has_request_context, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from itsdangerous import URLSafeTimedSerializer

from matcher.web.paper import Paper
from matcher.web.stamps import Stamp


class Visits(SecureCookieSessionInterface):
    """What signs the cookie of a visit is made once, not for every page."""

    _made: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self._made is None:
            self._made = super().get_signing_serializer(app)
            if self._made:
                self._made.signer = Stamp
        return self._made

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Say at once that nothing has changed: Flask first asks what a cookie would be like."""
        is_new = not session or session.modified or session.permanent
        if is_new or not session.accessed or "Vary" in response.headers:
            super().save_session(app, session, response)
        else:
            response.headers["Vary"] = "Cookie"


# Stand in an address in the place of a key, so that the address of each pair is the same one.
GAPS = [UUID(int=place, version=1) for place in range(8)]


class House(Flask):
    """A page names some forty addresses, the same as on the page before but for the keys."""

    jinja_environment = Paper

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.session_interface = Visits()
        self._address = lru_cache(maxsize=4096, typed=True)(self._make_address)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Take each function as it is: none of ours is a coroutine, and Flask asks at each call."""
        return func

    def update_template_context(self, context: dict[str, Any]) -> None:
        """Give each template what all get. None of our blueprints has something of its own."""
        given = context.copy()
        for processor in self.template_context_processors[None]:
            context.update(cast("dict[str, Any]", processor()))
        context.update(given)

    def url_for(self, endpoint: str, /, **values: Any) -> str:  # type: ignore[override]  # _anchor and the like are among the values
        if not has_request_context() or endpoint.startswith("."):
            return super().url_for(endpoint, **values)
        own = [str(each) for each in values.values() if type(each) is UUID]
        gaps = iter(GAPS)
        flat = [next(gaps) if type(each) is UUID else each for each in values.values()]
        try:
            address = self._address(request.script_root, endpoint, *values, *flat)
        except TypeError:  # several values for one name: a list
            return super().url_for(endpoint, **values)
        for gap, key in zip(GAPS, own, strict=False):
            address = address.replace(str(gap), key)
        return address

    def _make_address(self, _root: str, endpoint: str, *flat: Any) -> str:
        half = len(flat) // 2
        return super().url_for(endpoint, **dict(zip(flat[:half], flat[half:], strict=True)))
