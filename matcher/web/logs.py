"""One line for each request: which page, how it ended, how long it took."""

import time
from typing import Any

import structlog
from flask import Flask, Request, Response

from matcher.foundation.logs import note, where
from matcher.web.behind import asked, kept

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    app.before_request(_start)
    app.after_request(_tell)
    app.log_exception = _tell_failure  # type: ignore[method-assign,assignment]  # see there


def _start() -> None:
    kept().since = time.perf_counter()


def _tell(response: Response) -> Response:
    """Name the page by its rule: an address itself may hold a token, or say who is looked at."""
    request, now = asked(), time.perf_counter()
    if request.endpoint not in {"static", "health.live"}:
        note(
            "request",
            method=request.method,
            page=_page(request),
            status=response.status_code,
            ms=round((now - kept().get("since", now)) * 1000, 1),
        )
    return response


def _tell_failure(failure: Any) -> None:
    """Flask's own way names the address, and shows the message."""
    request = asked()
    log.error("page failed", method=request.method, page=_page(request), error=where(failure[1]))


def _page(request: Request) -> str:
    return request.url_rule.rule if request.url_rule else "unknown"
