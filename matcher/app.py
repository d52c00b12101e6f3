"""Builds the application: the only module that knows every part."""

from collections.abc import Iterable
from pathlib import Path

from flask import Blueprint, Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

from matcher.config import Settings
from matcher.foundation import sealed
from matcher.foundation.engines import open_to_read, open_to_write
from matcher.members import gate, login
from matcher.navigation import frame
from matcher.operations import metrics
from matcher.refusals import explain_refusals
from matcher.rooms import BLUEPRINTS
from matcher.web import assets, logs, policy, seals, session, words
from matcher.web.headers import Headers
from matcher.web.house import House
from matcher.work import schedule_of

HERE = Path(__file__).parent
# In the wheel the templates stand inside the package; in the repository, at its top.
TEMPLATES = HERE / "templates" if (HERE / "templates").is_dir() else HERE.parent / "templates"


def create_app(settings: Settings, blueprints: Iterable[Blueprint] = BLUEPRINTS) -> Flask:
    """Build the application for one installation. It refuses to start with an undeclared page."""
    app = House("matcher", template_folder=str(TEMPLATES), root_path=str(HERE))
    _configure(app, settings)
    sealed.install(settings.SEAL_KEYS, source=settings.INSTANCE / "keys")

    logs.init_app(app)
    words.init_app(app)
    assets.init_app(app)
    url = settings.database
    session.init_app(app, read=open_to_read(url), write=open_to_write(url))
    login.init_app(app)
    gate.init_app(app)
    app.teardown_request(_let_go_of_files)
    metrics.init_app(app)
    app.extensions["schedule"] = schedule_of(settings)
    seals.init_app(app)
    explain_refusals(app)
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
    # Flask-WTF gives each page its own way to a seal; what comes later stands in its place.
    app.context_processor(lambda: {"frame": frame(settings), seals.NAME: seals.seal})
    policy.anyone(app.view_functions["static"])
    policy.init_app(app, actor=login.current_member)

    app.wsgi_app = Headers(  # type: ignore[method-assign]  # how Flask is wrapped
        app.wsgi_app, host=settings.host, https=settings.is_https
    )
    if settings.PROXY_HOPS:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.PROXY_HOPS)  # type: ignore[method-assign]  # likewise
    return app


def _let_go_of_files(_error: BaseException | None) -> None:
    """Close what was uploaded: large files lie on the disk until then."""
    request.close()


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.SECRET_KEY,
        SETTINGS=settings,
        TESTING=settings.TESTING,
        WTF_CSRF_ENABLED=settings.WTF_CSRF_ENABLED,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the visit: a slow reader loses nothing
        WTF_CSRF_SSL_STRICT=False,  # needs a Referer, which our pages tell browsers not to send
        HTTPS=settings.is_https,
        ZONE=settings.ZONE,
        SESSION_COOKIE_NAME="__Host-visit" if settings.is_https else "visit",
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=settings.LARGEST_UPLOAD_MB * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        PREFERRED_URL_SCHEME="https" if settings.is_https else "http",
    )
    app.json.sort_keys = True  # type: ignore[attr-defined]  # of Flask's default provider
