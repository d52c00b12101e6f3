"""A forgotten password: asking for a link, and choosing a new one behind it."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.forms import AskResetForm, NewPasswordForm
from matcher.members.login import hasher
from matcher.members.models import OneTimeLink, Purpose
from matcher.members.queries import find_by_email
from matcher.members.routes.guesses import guess_for, know_device
from matcher.members.routes.links import link_for
from matcher.members.routes.rooms import blueprint
from matcher.members.services.accounts import ask_for_reset, set_password_by_link
from matcher.members.services.throttle import allow
from matcher.web.policy import Ticket, anyone, holders
from matcher.web.session import reading, writing
from matcher.web.words import _

Held = Ticket[OneTimeLink]
a_reset = link_for(Purpose.RESET_PASSWORD)


@blueprint.get("/forgotten-password")
@anyone
def forgot() -> ResponseReturnValue:
    return render_template("members/forgot.html", form=AskResetForm())


@blueprint.post("/forgotten-password")
@anyone
def ask_reset() -> ResponseReturnValue:
    form = AskResetForm()
    if not form.accepted():
        return render_template("members/forgot.html", form=form), form.status

    email, now = form.email.data or "", clock.now()
    member, guess = find_by_email(reading(), email), guess_for(email, about="reset")
    # The same deed for everybody, also for whom we do not know: the link is made by a job.
    with writing() as db:
        if allow(db, guess, now=now):
            ask_for_reset(db, member.id if member else UUID(guess.account[:32]), now=now)
    return render_template("members/reset_asked.html", email=email)


@blueprint.get("/reset/<token>")
@holders(loads=a_reset)
def reset(held: Held) -> ResponseReturnValue:
    return _page(held, NewPasswordForm())


@blueprint.post("/reset/<token>")
@holders(loads=a_reset)
def set_password(held: Held) -> ResponseReturnValue:
    form = NewPasswordForm()
    form.password.about = [held.seen.member.name, held.seen.member.email or ""]
    if not form.accepted():
        return _page(held, form)

    fresh = hasher().hash(form.password.data)
    with writing() as db:
        member = set_password_by_link(db, held.within(db), fresh, now=clock.now())
        email = member.email or ""

    flash(_("Your new password is kept. Sign in with it."))
    response = redirect(url_for(".sign_in"))
    know_device(response, email)
    return response


def _page(held: Held, form: NewPasswordForm) -> ResponseReturnValue:
    email = held.seen.member.email
    return render_template("members/reset.html", form=form, email=email), form.status
