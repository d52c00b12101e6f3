"""Single sign-on: going to the provider, and coming back with whom it vouches for.

The way back is a page with a button, which js/go_on.js presses: coming back changes nothing by
itself, so no link that somebody is sent can sign them in.
"""

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.asked import Sent, Why, forget_sent, send, sent_from_here
from matcher.members.forms import BackForm
from matcher.members.login import current_sign_in, prove_first
from matcher.members.models import Member, SignIn
from matcher.members.policy import is_oneself, may_sign_out
from matcher.members.provider import Provider, Question
from matcher.members.queries import find_me
from matcher.members.routes.arriving import arrive
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.ways import provider, provider_name, sign_in_refused
from matcher.members.services.identities import disconnect
from matcher.members.tokens import not_believed
from matcher.web.destinations import own_page
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading, writing
from matcher.web.words import _

Here = Permit[Member, SignIn]


@blueprint.get("/sign-in/provider")
@anyone
def to_provider() -> ResponseReturnValue:
    onward = own_page(request.args.get("next"), url_for("home.mine"))
    if current_sign_in(reading()):
        return redirect(onward)
    try:
        return _send(send(Why.ENTER, onward, at=clock.now()))
    except RuleBroken as refused:
        return _at_the_door(refused, onward)


@blueprint.get("/account/provider")
@allows(may_sign_out, loads=current_sign_in)
def connect_page(permit: Here) -> ResponseReturnValue:
    """Go and fetch the account that is to open this one. A borrowed browser must not do that."""
    ours()
    again = prove_first(url_for(".connect_page"))
    if again:
        return again
    _member, here = permit.seen
    onward = url_for(".account", _anchor="provider")
    return _send(send(Why.CONNECT, onward, at=clock.now(), sign_in_id=here.id))


@blueprint.get("/account/prove/provider")
@allows(may_sign_out, loads=current_sign_in)
def prove_there(permit: Here) -> ResponseReturnValue:
    """Show who one is once more, at the provider."""
    _member, here = permit.seen
    onward = own_page(request.args.get("next"), url_for(".account"))
    return _send(send(Why.PROVE, onward, at=clock.now(), sign_in_id=here.id))


@blueprint.get("/sign-in/provider/back")
@anyone
def back() -> ResponseReturnValue:
    ours()
    sent = sent_from_here(request.args.get("state", ""), now=clock.now())
    if sent is None:
        return _at_the_door(not_believed())
    if request.args.get("error") or not request.args.get("code"):
        flash(_("You were not signed in there. You can try again, or sign in here."), "info")
        return redirect(sent.onward if sent.sign_in_id else url_for(".sign_in", next=sent.onward))
    form = BackForm(request.args)
    return render_template("members/back.html", form=form, name=provider_name())


@blueprint.post("/sign-in/provider/back")
@anyone
def arrive_from_provider() -> ResponseReturnValue:
    """Exchange the code, and let in whoever the provider vouches for."""
    from_there, form = ours(), BackForm()
    sent = sent_from_here(form.state.data or "", now=clock.now())
    if not form.accepted() or sent is None:
        return _at_the_door(not_believed())
    forget_sent()
    code, issuer, now = form.code.data, form.iss.data or "", clock.now()
    try:
        return arrive(from_there.person(code, _question(sent), issuer=issuer, now=now), sent)
    except RuleBroken as refused:
        return _at_the_door(refused, sent.onward)


@blueprint.post("/account/provider/end")
@allows(is_oneself, loads=find_me)
def disconnect_provider(permit: Permit[Member, Member]) -> ResponseReturnValue:
    with writing() as db:
        member, _me = permit.within(db)
        disconnect(db, member, ours().client.issuer, now=clock.now())

    flash(_("Disconnected. You sign in with your password, or choose one by mail."))
    return redirect(url_for(".account"))


@blueprint.get("/sign-in/provider/left")
@anyone
def left() -> ResponseReturnValue:
    """Say that one is signed out here, and offer to sign out there too."""
    settings = current_app.config["SETTINGS"]
    home = settings.BASE_URL.rstrip("/") + url_for("home.start")
    there = ours().leaving(home, now=clock.now())
    return render_template("members/left.html", there=there, name=provider_name())


def ours() -> Provider:
    return provider() or abort(404)


def _at_the_door(refused: RuleBroken, onward: str = "") -> ResponseReturnValue:
    """Say what went wrong where all other ways in are; to who is signed in, as everywhere."""
    if current_sign_in(reading()):
        raise refused
    return sign_in_refused(refused, onward=onward), 409


def _send(sent: Sent) -> ResponseReturnValue:
    return redirect(ours().address(_question(sent), now=clock.now()))


def _question(sent: Sent) -> Question:
    secret, anew = current_app.config["SECRET_KEY"], sent.why == Why.PROVE
    return Question.of(sent.state, secret=secret, asked_at=sent.at, anew=anew)
