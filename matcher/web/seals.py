"""The seal of a page's forms: flask-wtf's own, with a signer that is made once."""

from functools import lru_cache

from flask import Flask, session
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from itsdangerous import URLSafeTimedSerializer

from matcher.web.behind import house, kept
from matcher.web.stamps import QuickSigner

NAME = "csrf_token"  # where flask-wtf keeps it, in the visit and for the length of a request


def init_app(app: Flask) -> None:
    CSRFProtect(app)
    app.jinja_env.globals[NAME] = seal


def seal() -> str:
    """Return what stands in every form of this page: made at the first, and the same in all."""
    here = kept()
    made: str | None = here.get(NAME)
    if made is None and (seed := session.get(NAME)):
        made = here.csrf_token = _sealed(str(house().secret_key), seed)
    return made or str(generate_csrf())  # the first page of a visit gets its seed there


# A seal lasts as long as the visit, so each page of a visit may have the same. The seed is a number
# that was drawn for a browser, and tells nothing about anybody.
@lru_cache(maxsize=1000)
def _sealed(secret: str, seed: str) -> str:
    return str(_signer(secret).dumps(seed))


@lru_cache(maxsize=4)
def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="wtf-csrf-token", signer=QuickSigner)
