"""Sending forms as a browser does, also a hostile one."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Fields = Mapping[str, str | Iterable[str]]


def send(browser: FlaskClient, address: str, fields: Fields) -> TestResponse:
    """Send a form, with letters that are none just as they are."""
    pairs = [
        (name, each.encode(errors="surrogatepass"))
        for name, value in fields.items()
        for each in ([value] if isinstance(value, str) else value)
    ]
    return browser.post(
        address, data=urlencode(pairs), content_type="application/x-www-form-urlencoded"
    )
