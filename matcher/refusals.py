"""What people are told when something does not go: one sentence, in their language."""

from contextlib import suppress
from http import HTTPStatus

import structlog
from flask import Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound

from matcher.audit.models import Denial
from matcher.foundation import clock
from matcher.foundation.engines import PASSING
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.login import current_member
from matcher.members.routes.doors import ask_to_sign_in
from matcher.web import session, words
from matcher.web.behind import kept

log = structlog.get_logger()

MEANWHILE = N_("Someone changed this meanwhile. Please look again before you decide.")
EXPIRED = N_("This page was open for a long time, or in another sign-in. Please send it again.")
# What PostgreSQL says of a table or column that is not there: an upgrade is on its way.
MISSING = {"42P01", "42703"}
BUSY = N_("The service cannot save anything right now. Please try again in a few minutes.")


def explain_refusals(app: Flask) -> None:
    """Turn what goes wrong below into pages."""
    app.register_error_handler(RuleBroken, _explain_broken_rule)
    app.register_error_handler(StaleDataError, _ask_to_look_again)
    app.register_error_handler(IntegrityError, _ask_to_look_again)
    for passing in PASSING:
        app.register_error_handler(passing, _say_we_are_busy)
    app.register_error_handler(ProgrammingError, _say_we_are_busy_while_upgrading)
    app.register_error_handler(DataError, _say_there_is_no_such_thing)
    app.register_error_handler(CSRFError, _ask_to_send_again)
    app.register_error_handler(HTTPException, _explain)
    app.after_request(_note_denial)


def _explain(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None or error.code is None:
        return error  # a redirect
    if error.code == HTTPStatus.UNAUTHORIZED and request.method in {"GET", "HEAD"}:
        return ask_to_sign_in(request.full_path.rstrip("?")), HTTPStatus.UNAUTHORIZED
    page = _page("errors/page.html", code=error.code, asked=request.full_path)
    headers = [(k, v) for k, v in error.get_headers() if k.lower() in {"allow", "retry-after"}]
    return page, error.code, headers


def _explain_broken_rule(error: RuleBroken) -> ResponseReturnValue:
    reason = words.said(error.sentence)
    return _page("errors/rule_broken.html", reason=reason), 409


def _ask_to_look_again(_error: Exception) -> ResponseReturnValue:
    return _explain_broken_rule(RuleBroken(MEANWHILE))


def _ask_to_send_again(_error: Exception) -> ResponseReturnValue:
    reason = words.said(EXPIRED)
    return _page("errors/rule_broken.html", reason=reason), 400


def _say_we_are_busy(_error: Exception) -> ResponseReturnValue:
    with suppress(SQLAlchemyError):
        session.reading().rollback()
    reason = words.said(BUSY)
    page = _page("errors/rule_broken.html", reason=reason)
    return page, 503, {"Retry-After": "60"}


def _say_we_are_busy_while_upgrading(error: ProgrammingError) -> ResponseReturnValue:
    if getattr(error.orig, "sqlstate", None) in MISSING:
        return _say_we_are_busy(error)
    raise error  # a mistake of ours


def _say_there_is_no_such_thing(_error: DataError) -> ResponseReturnValue:
    """Answer what no column can hold, such as a NUL in an address: it is nowhere to be found."""
    with suppress(SQLAlchemyError):
        session.reading().rollback()
    return _explain(NotFound() if request.method in {"GET", "HEAD"} else BadRequest())


def _note_denial(response: Response) -> Response:
    """Note who was refused, whichever page explains it to them."""
    if not kept().pop("refused", False) and response.status_code != Forbidden.code:
        return response
    try:
        member = current_member(session.reading())
        actor = member.audit_key if member else None
        asked = f"{request.method} {request.path}"[:500]
        session.record(Denial(at=clock.now(), asked=asked, actor=actor))
    except DBAPIError:  # refused all the same, while nothing can be written
        log.warning("denial not kept", method=request.method)
    return response


def _page(template: str, **values: object) -> str:
    """Make the page; where the database is gone, one without a menu, which asks nothing of it."""
    try:
        return render_template(template, **values)
    except SQLAlchemyError:
        return current_app.jinja_env.get_template("errors/broken.html").render()
