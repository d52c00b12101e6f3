"""The page of the two together."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.pairings.forms import HeldForm, UsefulForm
from matcher.pairings.forms.meetings import nothing_noted
from matcher.pairings.models import CardShown
from matcher.pairings.policy import may_enter, may_rate
from matcher.pairings.queries import find_around, find_card
from matcher.pairings.queries.met import list_met
from matcher.pairings.queries.pairs import find_pair
from matcher.pairings.routes.rooms import OfPair, OfTwo, blueprint, pair_of
from matcher.pairings.services.cards import rate_card
from matcher.pairings.views import pairing_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _


@blueprint.get("")
@allows(may_enter, loads=find_pair)
def show(permit: OfPair) -> ResponseReturnValue:
    return page(permit)


@blueprint.post("/cards/<uuid:card_id>")
@allows(may_rate, loads=find_card)
def card_useful(permit: Permit[Member, CardShown]) -> ResponseReturnValue:
    form = UsefulForm()
    if form.accepted():
        with writing() as db:
            _member, shown = permit.within(db)
            rate_card(shown, float(form.useful.data), now=clock.now())
        flash(_("Thank you. Nobody sees what you answered."))
    else:
        flash(_("Choose yes, a bit or no."))
    return redirect(url_for(".show", pairing_id=permit.address["pairing_id"]))


def page(permit: OfPair | OfTwo, held: HeldForm | None = None) -> ResponseReturnValue:
    """Show the space; `held` where what somebody noted came back with something to mend."""
    member, pair = pair_of(permit)
    meetings = list_met(reading(), pair.id)
    around = find_around(reading(), pair, member)
    view = pairing_page(member, pair, meetings, around, now=clock.now())
    forms = {"held": held, "blank": nothing_noted()}
    return render_template("pairings/show.html", page=view, **forms), held.status if held else 200
