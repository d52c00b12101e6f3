"""What would help this time, and a line about what goes on just now: both said by the mentee."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.support import Support
from matcher.guidance.tips import Tip
from matcher.pairings.forms.support import ContextForm, SupportForm
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.policy import may_ask_for, may_enter, may_share
from matcher.pairings.queries import find_meeting, find_pairing, list_meetings
from matcher.pairings.queries.support import (
    AHEAD,
    NOTHING_AHEAD,
    SAID,
    UNSAID,
    count_support,
    find_context,
)
from matcher.pairings.routes.rooms import OfMeeting, OfTwo, blueprint, of_two
from matcher.pairings.services import support as services
from matcher.pairings.views.support import support_page
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _

LINES = {
    NOTHING_AHEAD: N_("Said before each meeting"),
    UNSAID: N_("For your next meeting: not said yet"),
    SAID: N_("For your next meeting: it has been said"),
}


def line(state: int) -> Sentence:
    return sentence(LINES[state])


register(
    Leaf(20, "support", Tip.EMPATHY, N_("What would help"), "pairings.support", count_support, line)
)


@blueprint.get("/support")
@allows(may_enter, loads=find_pairing)
def support(permit: OfTwo) -> ResponseReturnValue:
    return _page(permit)


@blueprint.post("/meetings/<uuid:meeting_id>/support")
@allows(may_ask_for, loads=find_meeting)
def ask_for(permit: OfMeeting) -> ResponseReturnValue:
    form = SupportForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        _member, meeting = permit.within(db)
        services.ask_for(db, meeting, Support(form.support.data))
    return _back(permit, _("Good to know. Your mentor sees it before you meet."))


@blueprint.post("/context")
@allows(may_share, loads=find_pairing)
def share_context(permit: OfTwo) -> ResponseReturnValue:
    form = ContextForm()
    if not form.accepted():
        return _page(permit, context_form=form)
    try:
        with writing() as db:
            _member, pairing = permit.within(db)
            until = form.until.data or clock.today()
            services.share_context(db, pairing, form.text.data or "", until, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.until, refused.sentence)
        return _page(permit, context_form=form)
    return _back(permit, _("Shared. It disappears by itself after that day."))


@blueprint.post("/context/remove")
@allows(may_share, loads=find_pairing)
def unshare_context(permit: OfTwo) -> ResponseReturnValue:
    with writing() as db:
        _member, pairing = permit.within(db)
        services.unshare_context(db, pairing)
    return _back(permit, _("Taken back. Your mentor does not see it any more."))


def _page(
    permit: OfTwo | OfMeeting,
    form: SupportForm | None = None,
    context_form: ContextForm | None = None,
) -> ResponseReturnValue:
    member, pairing = of_two(permit)
    meetings = list_meetings(reading(), pairing)
    ahead = next((each for each in meetings if each.state in AHEAD), None)
    context = find_context(reading(), pairing)
    view = support_page(member, pairing, ahead, context, clock.now(), services.LONGEST)
    chosen = {"support": view.wish.key} if view.wish else {}
    shared = {"text": view.context.text, "until": view.context.until} if view.context else {}
    shown = form or SupportForm(None, data=chosen)
    sharing = context_form or ContextForm(None, data=shared)
    page = render_template("pairings/support.html", page=view, form=shown, sharing=sharing)
    return page, 422 if form or context_form else 200


def _back(permit: OfTwo | OfMeeting, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".support", pairing_id=permit.address["pairing_id"]))
