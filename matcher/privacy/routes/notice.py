"""What is kept and why: the notice for everybody, and the record of processing."""

from flask import render_template
from flask.typing import ResponseReturnValue

from matcher.privacy.routes.rooms import blueprint
from matcher.privacy.views.notice import lines
from matcher.web.policy import anyone


@blueprint.get("/privacy/notice")
@anyone
def notice() -> ResponseReturnValue:
    return render_template("privacy/notice.html", lines=lines())


@blueprint.get("/privacy/record")
@anyone
def record() -> ResponseReturnValue:
    return render_template("privacy/record.html", lines=lines())
