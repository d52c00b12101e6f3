"""The check-in as a mailed link opens it: without signing in, and without showing an answer."""

from dataclasses import dataclass

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.feedback.models import CheckIn
from matcher.feedback.queries import find_by_link
from matcher.feedback.routes.pages import ask, own_form, shown, thanks
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import answer_by_link
from matcher.foundation import clock
from matcher.web.policy import Ticket, holders
from matcher.web.session import writing
from matcher.web.words import speak


@dataclass(frozen=True)
class Opened:
    """What a link opens. One that is too old opens nothing, and its page says what to do."""

    check_in: CheckIn | None


def opened_by_link(db: Session, token: str) -> CheckIn | None:
    return find_by_link(db, token, now=clock.now())


def opened_or_gone(db: Session, token: str) -> Opened:
    return Opened(opened_by_link(db, token))


@blueprint.get("/check-in/<token>")
@holders(loads=opened_or_gone)
def open(ticket: Ticket[Opened]) -> ResponseReturnValue:  # noqa: A001  # the page's name in all links
    check_in = ticket.seen.check_in
    if check_in is None:
        return render_template("feedback/gone.html"), 404
    speak(check_in.member.language)
    page = shown(check_in)
    if page.is_answered or not page.is_open:
        return render_template("feedback/done.html", page=page)
    return ask(page, own_form(page), signed_in=False)


@blueprint.post("/check-in/<token>")
@holders(loads=opened_by_link)
def answer(ticket: Ticket[CheckIn]) -> ResponseReturnValue:
    speak(ticket.seen.member.language)
    page = shown(ticket.seen)
    form = own_form(page)
    if page.is_open and not page.is_answered and not form.accepted():
        return ask(page, form, signed_in=False)

    given = form.given()
    with writing() as db:
        answer_by_link(db, ticket.within(db), given, now=clock.now())
    return thanks(page, given, signed_in=False)
