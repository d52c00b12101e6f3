"""When it is hard between two: a page of the space that everybody has, whatever was answered."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.forms.advising import PressForm
from matcher.feedback.forms.ruptures import WishForm
from matcher.feedback.policy import noticed_it
from matcher.feedback.queries.ruptures import Noticed, find_rupture
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import ruptures
from matcher.feedback.views.rupture import rupture_page
from matcher.foundation import clock
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import Pairing
from matcher.pairings.models.rupture import Wish
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing
from matcher.pairings.queries.ruptures import count_unanswered, known_ruptures
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfTwo = Permit[Member, Pairing]
Own = Permit[Member, Noticed]
ADDRESS = "/pairings/<uuid:pairing_id>/hard"


@blueprint.get(ADDRESS)
@allows(may_enter, loads=find_pairing)
def hard(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    known = known_ruptures(reading(), pairing, member)
    page = rupture_page(member, pairing, known, now=clock.now())
    return render_template("feedback/hard.html", page=page, form=PressForm(None))


@blueprint.post(f"{ADDRESS}/<uuid:rupture_id>")
@allows(noticed_it, loads=find_rupture)
def choose_way(permit: Own) -> ResponseReturnValue:
    form = WishForm()
    if not form.accepted():
        return _back(permit, _("Please choose one."))
    with writing() as db:
        member, found = permit.within(db)
        what = Wish(form.wish.data)
        ruptures.wish(db, found.rupture, found.pairing, what, by=member, now=clock.now())
    return _back(permit, _("Noted. You may choose again later."))


@blueprint.post(f"{ADDRESS}/<uuid:rupture_id>/share")
@allows(noticed_it, loads=find_rupture)
def share_hard(permit: Own) -> ResponseReturnValue:
    with writing() as db:
        member, found = permit.within(db)
        ruptures.share(db, found.rupture, by=member, now=clock.now())
    return _back(permit, _("The other one gets a card as well. Nobody sees what you answered."))


def _back(permit: Own, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".hard", pairing_id=permit.address["pairing_id"]))


def _line(waiting: int) -> Sentence:
    if waiting:
        return sentence(N_("Something to look at, when you have a quiet moment."))
    return sentence(N_("Every pair has a dip. What you can do then."))


register(
    Leaf(
        order=75,
        key="hard",
        tip=Tip.SAFE,
        title=N_("When it is hard between you"),
        endpoint="feedback.hard",
        count=count_unanswered,
        line=_line,
    )
)
