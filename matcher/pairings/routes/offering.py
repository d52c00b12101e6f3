"""Proposing a few times at once: the other one picks the one that suits."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.pairings.forms import OfferForm
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services.meetings import propose_meeting
from matcher.pairings.views import PlanPage, plan_page
from matcher.web.policy import allows
from matcher.web.session import writing
from matcher.web.words import _, zone


@blueprint.get("/meetings/offer")
@allows(may_enter, loads=find_pairing)
def offer(permit: OfTwo) -> ResponseReturnValue:
    view = plan_page(*permit.seen, now=clock.now())
    return _page(view, OfferForm(None, zone=str(zone()), suggested=view.on_offer))


@blueprint.post("/meetings/offer")
@allows(may_enter, loads=find_pairing)
def offer_times(permit: OfTwo) -> ResponseReturnValue:
    view = plan_page(*permit.seen, now=clock.now())
    form = OfferForm(zone=str(zone()), suggested=view.on_offer)
    if not form.accepted():
        return _page(view, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            propose_meeting(db, pairing, form.plan(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.times, refused.sentence)
        return _page(view, form)
    flash(_("Your proposal is on its way."))
    return redirect(url_for(".show", **permit.address))


def _page(view: PlanPage, form: OfferForm) -> ResponseReturnValue:
    return render_template("pairings/offer.html", page=view, form=form), form.status
