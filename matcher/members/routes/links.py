"""What opens from a mail: looking changes nothing, a button does."""

from collections.abc import Callable

from flask import current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from matcher.foundation import clock
from matcher.members.models import OneTimeLink, Purpose
from matcher.members.queries import find_link
from matcher.members.routes.rooms import blueprint

Loader = Callable[..., OneTimeLink | None]


def link_for(*purposes: Purpose) -> Loader:
    """Return a loader for what a mailed link of these kinds opens."""

    def find(db: Session, token: str) -> OneTimeLink | None:
        return find_link(db, token, purposes, now=clock.now())

    find.__name__ = "_or_".join(purposes)
    return find


def onward_from(link: OneTimeLink) -> str:
    """Return where to go on: to the sign-up that the link is about, or to one's own page."""
    if link.subject_id and "enrolments.check" in current_app.view_functions:
        return url_for("enrolments.check", enrolment_id=link.subject_id)
    return url_for("home.mine")


@blueprint.errorhandler(NotFound)
def explain(missing: NotFound) -> ResponseReturnValue:
    """Say what to do with a link that works no longer."""
    if "token" not in (request.view_args or {}):
        return render_template("errors/page.html", code=404, asked=request.full_path), 404
    return render_template("members/link_gone.html"), missing.code or 404
