"""Where a page may send a reader on to: only to our own pages, and only by their names."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def own_page(asked: str | None, otherwise: str) -> str:
    """Return an address of ours that somebody asked for, built anew from the page's name.

    What is not exactly the address of a page that can be looked at becomes `otherwise`.
    """
    if not asked or not asked.startswith("/") or not asked.isprintable() or "\\" in asked:
        return otherwise
    try:
        parts = urlsplit(asked)
        if parts.scheme or parts.netloc:
            return otherwise
        routes = current_app.url_map.bind(request.host)
        endpoint, values = routes.match(parts.path, method="GET")
        query = urlencode(parse_qsl(parts.query))
    except (HTTPException, RequestRedirect, ValueError):
        return otherwise
    if endpoint == "static":
        return otherwise
    return url_for(endpoint, **values) + (f"?{query}" if query else "")
