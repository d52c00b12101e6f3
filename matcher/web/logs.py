"""One line for each request: which page, how it ended, how long it took."""

import time
from typing import Any

import structlog
from flask import Flask, Response, g, request

from matcher.foundation.logs import note, where

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    app.before_request(_start)
    app.after_request(_tell)
    app.log_exception = _tell_failure  # type: ignore[method-assign,assignment]  # see there


def _start() -> None:
    g.since = time.perf_counter()


def _tell(response: Response) -> Response:
    """Name the page by its rule: an address itself may hold a token, or say who is looked at."""
    if request.endpoint not in {"static", "health.live"}:
        note(
            "request",
            method=request.method,
            page=_page(),
            status=response.status_code,
            ms=round((time.perf_counter() - g.get("since", time.perf_counter())) * 1000, 1),
        )
    return response


def _tell_failure(failure: Any) -> None:
    """Flask's own way names the address, and shows the message."""
    log.error("page failed", method=request.method, page=_page(), error=where(failure[1]))


def _page() -> str:
    return request.url_rule.rule if request.url_rule else "unknown"
