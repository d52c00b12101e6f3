"""Addresses of pages in mails: they begin with BASE_URL, whatever host a visitor asked for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from flask import current_app
from flask.sansio.app import App

from matcher.messages.rendering import Stationery


def stationery(app: App) -> Stationery:
    """Make what this installation writes its mails on."""
    settings = app.config["SETTINGS"]
    return Stationery(
        templates=Path(str(app.template_folder)),
        sender=settings.MAIL_FROM,
        secret=settings.SECRET_KEY,
        address=addresses(app),
        bounces=settings.BOUNCE_ADDRESS,
    )


def addresses(app: App) -> Callable[[str, Mapping[str, str]], str]:
    """Make addresses without a request."""
    settings = app.config["SETTINGS"]
    pages = app.url_map.bind(settings.host, url_scheme="https" if settings.is_https else "http")
    return lambda endpoint, values: pages.build(endpoint, dict(values), force_external=True)


def whole_address(endpoint: str, **values: object) -> str:
    """Make the whole address of a page, for what leaves the service: a calendar, a poster."""
    paper: Stationery = current_app.extensions["stationery"]
    return paper.address(endpoint, {name: str(value) for name, value in values.items()})
