"""The outbox page, while trying things out; and the link with which mails are stopped."""

from flask import Blueprint, abort, current_app, render_template
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.messages.addresses import stationery
from matcher.messages.models import Mail
from matcher.messages.queries import find_mail, list_latest
from matcher.messages.rendering import Stationery
from matcher.messages.services import allow_mails, stop_mails
from matcher.messages.stopping import StopWish, read_wish
from matcher.messages.views import MailLine, OpenMail
from matcher.web.policy import Ticket, anyone, holders
from matcher.web.session import reading, writing

blueprint = Blueprint("messages", __name__)


@blueprint.get("/outbox")
@anyone
def outbox() -> ResponseReturnValue:
    """Show where mails went. Only in a demo, or while developing: they hold what opens accounts."""
    _only_while_trying()
    lines = [MailLine.of(mail) for mail in list_latest(reading())]
    return render_template("messages/outbox.html", mails=lines)


@blueprint.get("/outbox/<uuid:mail_id>")
@holders(loads=find_mail)
def read(ticket: Ticket[Mail]) -> ResponseReturnValue:
    _only_while_trying()
    mail = OpenMail.of(ticket.seen, _paper())
    return render_template("messages/read.html", mail=mail)


@blueprint.get("/no-mail/<token>")
@anyone
def stop_page(token: str) -> ResponseReturnValue:
    """Ask once more: mail programs look at links by themselves."""
    wish = _wish(token)
    return render_template("messages/stop_page.html", budget=wish.budget, token=token)


@blueprint.post("/no-mail/<token>")
@anyone
def stop(token: str) -> ResponseReturnValue:
    wish = _wish(token)
    with writing() as db:
        stop_mails(db, wish.member_id, wish.budget, now=clock.now())

    return render_template("messages/stop.html", budget=wish.budget, token=token)


@blueprint.post("/no-mail/<token>/again")
@anyone
def allow(token: str) -> ResponseReturnValue:
    wish = _wish(token)
    with writing() as db:
        allow_mails(db, wish.member_id, wish.budget)

    return render_template("messages/allow.html", budget=wish.budget)


@blueprint.record
def _settle_in(state: BlueprintSetupState) -> None:
    state.app.extensions["stationery"] = stationery(state.app)
    # Mail programs stop mails with a bare POST (RFC 8058): the link itself is the proof.
    state.app.extensions["csrf"].exempt(stop)


def _wish(token: str) -> StopWish:
    return read_wish(token, current_app.config["SETTINGS"].SECRET_KEY) or abort(404)


def _only_while_trying() -> None:
    if current_app.config["SETTINGS"].MODE not in {"demo", "development"}:
        abort(404)


def _paper() -> Stationery:
    paper: Stationery = current_app.extensions["stationery"]
    return paper
