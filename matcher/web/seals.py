"""The seal of a page's forms: flask-wtf's own, with a signer that is made once."""

from functools import lru_cache

from flask import Flask, current_app, g, session
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from itsdangerous import URLSafeTimedSerializer

from matcher.web.stamps import QuickSigner

NAME = "csrf_token"  # where flask-wtf keeps it, in the visit and for the length of a request


def init_app(app: Flask) -> None:
    CSRFProtect(app)
    app.jinja_env.globals[NAME] = seal


def seal() -> str:
    """Return what stands in every form of this page: made at the first, and the same in all."""
    if NAME in g:
        made: str = g.csrf_token
    elif NAME in session:
        made = g.csrf_token = str(_signer(str(current_app.secret_key)).dumps(session[NAME]))
    else:
        made = generate_csrf()  # the first page of a visit: it gets its seed
    return made


@lru_cache(maxsize=4)
def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="wtf-csrf-token", signer=QuickSigner)
