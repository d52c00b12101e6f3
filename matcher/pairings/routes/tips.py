"""Choosing which tips one gets: for oneself alone, and always to be undone."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member
from matcher.pairings.forms.tips import TipsForm
from matcher.pairings.models import CardShown
from matcher.pairings.policy import may_enter, may_rate
from matcher.pairings.queries import find_card, find_pairing
from matcher.pairings.queries.learning import list_mutes
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services.cards import mute_tip, set_mutes, unmute_tip
from matcher.pairings.views.cards import TipsPage, tips_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, said

OfCard = Permit[Member, CardShown]


@blueprint.get("/tips")
@allows(may_enter, loads=find_pairing)
def tips(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    muted = [str(tip) for tip in list_mutes(reading(), pairing, member)]
    return _show(permit, TipsForm(None, muted=muted))


@blueprint.post("/tips")
@allows(may_enter, loads=find_pairing)
def choose_tips(permit: OfTwo) -> ResponseReturnValue:
    form = TipsForm()
    if not form.accepted():
        return _show(permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        set_mutes(db, pairing, form.tips(), by=member, now=clock.now())
    flash(_("Kept. You can change it whenever you like."))
    return redirect(url_for(".tips", **permit.address))


@blueprint.post("/cards/<uuid:card_id>/mute")
@allows(may_rate, loads=find_card)
def mute(permit: OfCard) -> ResponseReturnValue:
    try:
        with writing() as db:
            member, shown = permit.within(db)
            mute_tip(db, shown.pairing, shown.tip, by=member, now=clock.now())
    except RuleBroken as refused:
        return _back(permit, said(refused.sentence))
    return _back(permit, _("You get no more cards of this tip. Beside the card you can undo it."))


@blueprint.post("/cards/<uuid:card_id>/unmute")
@allows(may_rate, loads=find_card)
def unmute(permit: OfCard) -> ResponseReturnValue:
    with writing() as db:
        member, shown = permit.within(db)
        unmute_tip(db, shown.pairing, shown.tip, by=member)
    return _back(permit, _("This tip comes again."))


def _show(permit: OfTwo, form: TipsForm) -> ResponseReturnValue:
    page: TipsPage = tips_page(*permit.seen)
    return render_template("pairings/tips.html", page=page, form=form), form.status


def _back(permit: OfCard, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".show", pairing_id=permit.address["pairing_id"]))
