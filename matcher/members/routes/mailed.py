"""Signing in by mail: asking for a link, and going in with it or with its code."""

from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.asked import Asked, ask, asked_here, stranger
from matcher.members.forms import AskLinkForm, CodeForm, PressForm
from matcher.members.models import OneTimeLink, Purpose
from matcher.members.queries import find_by_code, find_by_email
from matcher.members.routes.doors import go_in, let_in
from matcher.members.routes.guesses import count, guess_at_code, guess_for
from matcher.members.routes.links import link_for
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.ways import offers_mail
from matcher.members.services.identities import connect
from matcher.members.services.mailed_links import Ask, ask_for_link, code_key, come_in
from matcher.members.services.throttle import allow
from matcher.web.destinations import own_page
from matcher.web.policy import Ticket, anyone, holders
from matcher.web.session import reading, writing

Held = Ticket[OneTimeLink]
a_way_in = link_for(Purpose.SIGN_IN, Purpose.CONNECT)
NOT_THIS_CODE = N_("This is not the code of our last mail. Look again, or ask for a new one.")
TOO_MANY = N_("There were too many tries with this code. Please ask for a new mail.")


@blueprint.get("/sign-in/mail")
@anyone
def ask_link_page() -> ResponseReturnValue:
    _only_where_offered()
    return _ask_page(AskLinkForm(request.args))


@blueprint.post("/sign-in/mail")
@anyone
def ask_link() -> ResponseReturnValue:
    """Take an address. What happens, and for how long, is the same whether we know it or not."""
    _only_where_offered()
    form = AskLinkForm()
    if not form.accepted():
        return _ask_page(form)
    asked = ask(form.email.data or "", own_page(form.next.data, url_for("home.mine")))
    send_to(asked, Purpose.SIGN_IN)
    return redirect(url_for(".type_code"))


def send_to(asked: Asked, purpose: Purpose) -> None:
    """Let a link be mailed for this browser, unless that was asked for too often."""
    member, guess = find_by_email(reading(), asked.email), guess_for(asked.email, about="link")
    with writing() as db:
        if allow(db, guess, now=clock.now()):
            wanted = Ask(browser=asked.browser, purpose=purpose)
            known = member.id if member else UUID(guess.account[:32])
            ask_for_link(db, known, wanted, now=clock.now())


@blueprint.get("/sign-in/code")
@anyone
def type_code() -> ResponseReturnValue:
    asked = asked_here()
    return _code_page(CodeForm(), asked) if asked else redirect(url_for(".sign_in"))


@blueprint.post("/sign-in/code")
@anyone
def enter_by_code() -> ResponseReturnValue:
    asked, form = asked_here(), CodeForm()
    if asked is None:
        return redirect(url_for(".sign_in"))
    if not form.accepted():
        return _code_page(form, asked)
    if count(guess_at_code(asked.browser)) is None:
        form.refuse(form.code, sentence(TOO_MANY))
        return _code_page(form, asked)
    code = code_key(current_app.config["SECRET_KEY"], asked.browser, form.code.data or "")
    with writing() as db:
        link = find_by_code(db, asked.browser, code, now=clock.now())
        answer = _begin(db, link, asked) if link else None
    if answer is None:
        form.refuse(form.code, sentence(NOT_THIS_CODE))
        return _code_page(form, asked)
    return go_in(*answer)


@blueprint.get("/sign-in/mail/<token>")
@holders(loads=a_way_in)
def mailed_link(held: Held) -> ResponseReturnValue:
    """Show a button: mail programs open links too, and must not use them up."""
    return _link_page(held)


@blueprint.post("/sign-in/mail/<token>")
@holders(loads=a_way_in)
def enter_by_link(held: Held) -> ResponseReturnValue:
    asked = asked_here()
    if asked is None or asked.browser != held.seen.browser:
        return _link_page(held, 409)
    with writing() as db:
        answer = _begin(db, held.within(db), asked)
    return go_in(*answer)


def _begin(db: Session, link: OneTimeLink, asked: Asked) -> tuple[str, str | None, str]:
    member = come_in(db, link, browser=asked.browser, now=clock.now())
    if link.purpose == Purpose.CONNECT:
        connect(db, member, *(stranger(asked) or abort(409)), now=clock.now())
    return let_in(db, member), member.email, asked.onward


def _only_where_offered() -> None:
    if not offers_mail():
        abort(404)


def _ask_page(form: AskLinkForm) -> ResponseReturnValue:
    return render_template("members/ask_link.html", form=form), form.status


def _code_page(form: CodeForm, asked: Asked) -> ResponseReturnValue:
    connects = stranger(asked) is not None
    page = render_template(
        "members/type_code.html", form=form, email=asked.email, connects=connects
    )
    return page, form.status


def _link_page(held: Held, status: int = 200) -> ResponseReturnValue:
    asked = asked_here()
    is_here = asked is not None and asked.browser == held.seen.browser
    email = asked.email if asked and is_here else ""
    page = render_template(
        "members/mailed_link.html", form=PressForm(), is_here=is_here, email=email
    )
    return page, status
