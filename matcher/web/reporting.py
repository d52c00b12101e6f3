"""Where browsers tell that a page tried what our policy stopped: a fault of ours, or an attack.

Anybody can send anything here. So nothing of it is kept as it came: one line says which part of
the policy it was and which of our pages, by its rule, and at most so many lines a minute.
"""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import structlog
from flask import Blueprint, current_app, request
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from matcher.web.headers import CONTENT
from matcher.web.policy import anyone

log = structlog.get_logger()
blueprint = Blueprint("reporting", __name__)

LARGEST = 16 * 1024
LINES, WITHIN = 20, 60.0
OURS = {part.split()[0] for part in CONTENT.split("; ")}
# What a browser names more exactly than we do.
EXACT = {f"{each}-{more}" for each in ("script-src", "style-src") for more in ("elem", "attr")}


class Turnstile:
    """Lets so many through in a while, whoever they are."""

    def __init__(self, most: int, within: float) -> None:
        self.most, self.within = most, within
        self.since, self.passed = 0.0, 0
        self.lock = Lock()

    def lets_through(self, now: float) -> bool:
        with self.lock:
            if now - self.since >= self.within:
                self.since, self.passed = now, 0
            self.passed += 1
            return self.passed <= self.most


turnstile = Turnstile(LINES, WITHIN)


@blueprint.post("/policy-reports")
@anyone
def take() -> ResponseReturnValue:
    """Take a report, and say nothing about it to whoever sends it."""
    for directive, page in _told():
        if turnstile.lets_through(time.monotonic()):
            log.warning("policy stopped something", directive=directive, page=page)
    return "", 204


def _told() -> Iterator[tuple[str, str]]:
    """Say which part of our policy and which page of ours a report is about, if any."""
    if not 0 < (request.content_length or 0) <= LARGEST:
        return
    with suppress(ValueError, RecursionError):
        reports = json.loads(request.get_data(cache=False))
        for report in reports[:LINES] if isinstance(reports, list) else [reports]:
            body = _body(report)
            directive = body.get("effectiveDirective", body.get("effective-directive"))
            address = body.get("documentURL", body.get("document-uri"))
            if isinstance(directive, str) and isinstance(address, str):
                page = _page(address) if directive in OURS | EXACT else ""
                yield from [(directive, page)] * bool(page)


def _body(report: Any) -> dict[str, Any]:
    """Find what is told: as browsers send it today, or did before."""
    found = None
    if isinstance(report, dict):
        found = report.get("body", report.get("csp-report"))
    return found if isinstance(found, dict) else {}


def _page(address: str) -> str:
    """Name the page by its rule: an address may hold a token, or say who is looked at."""
    path = urlsplit(address).path
    routes = current_app.url_map.bind("")
    with suppress(HTTPException, RequestRedirect):
        rule, _values = routes.match(path, method="GET", return_rule=True)
        return str(rule.rule)
    return ""


@blueprint.record_once
def _open_to_browsers(state: BlueprintSetupState) -> None:
    """Browsers send these by themselves, without any form of ours."""
    state.app.extensions["csrf"].exempt(take)
