"""Resting for a while, and stopping: either may, and neither needs a reason."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.pairings.forms import EndForm, PauseForm
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services.ending import (
    CloseReason,
    Next,
    close_pairing,
    pause_pairing,
    resume_pairing,
)
from matcher.pairings.views import plan_page
from matcher.web.policy import allows
from matcher.web.session import writing
from matcher.web.words import _


@blueprint.get("/pause")
@allows(may_enter, loads=find_pairing)
def rest(permit: OfTwo) -> ResponseReturnValue:
    return _page("pairings/rest.html", permit, PauseForm())


@blueprint.post("/pause")
@allows(may_enter, loads=find_pairing)
def pause(permit: OfTwo) -> ResponseReturnValue:
    form = PauseForm()
    if not form.accepted():
        return _page("pairings/rest.html", permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            until = form.until.data or clock.today()
            pause_pairing(db, pairing, until, by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.until, refused.sentence)
        return _page("pairings/rest.html", permit, form)
    return _back(permit, _("You rest until then. The other one gets a mail."))


@blueprint.post("/resume")
@allows(may_enter, loads=find_pairing)
def resume(permit: OfTwo) -> ResponseReturnValue:
    with writing() as db:
        member, pairing = permit.within(db)
        resume_pairing(db, pairing, by=member, now=clock.now())
    return _back(permit, _("Good to have you back."))


@blueprint.get("/end")
@allows(may_enter, loads=find_pairing)
def stop(permit: OfTwo) -> ResponseReturnValue:
    return _page("pairings/stop.html", permit, EndForm())


@blueprint.post("/end")
@allows(may_enter, loads=find_pairing)
def end(permit: OfTwo) -> ResponseReturnValue:
    form = EndForm()
    if not form.accepted():
        return _page("pairings/stop.html", permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        reason, after = CloseReason(form.reason.data), Next(form.after.data)
        close_pairing(db, pairing, reason, by=member, now=clock.now(), after=after)
    return _back(permit, _("Your pairing has ended. Thank you for what you did together."))


def _page(template: str, permit: OfTwo, form: PauseForm | EndForm) -> ResponseReturnValue:
    view = plan_page(*permit.seen, now=clock.now())
    return render_template(template, page=view, form=form), form.status


def _back(permit: OfTwo, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".show", **permit.address))
