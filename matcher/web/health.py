"""Two addresses for whoever watches over the service. They say whether, never why."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from matcher.web.policy import anyone
from matcher.web.session import reading

blueprint = Blueprint("health", __name__, url_prefix="/health")
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.get("/live")
@anyone
def live() -> ResponseReturnValue:
    """The process answers."""
    return "alive\n", 200, PLAIN


@blueprint.get("/ready")
@anyone
def ready() -> ResponseReturnValue:
    """The process can serve pages: its database answers."""
    try:
        reading().execute(text("SELECT 1"))
    except SQLAlchemyError:
        return "not ready\n", 503, PLAIN | {"Retry-After": "10"}
    return "ready\n", 200, PLAIN
