"""The library as a pairing uses it: ask, share, ask; what came of it; a first step together."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.forms import PressForm
from matcher.pairings.forms.library import QUESTIONS, ApproveForm, TriedForm, WordsForm
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import ResourceShown, Tried
from matcher.pairings.policy import may_bring_up, may_enter, may_take_step, may_try
from matcher.pairings.queries import find_pairing
from matcher.pairings.queries import library as queries
from matcher.pairings.queries.library import Offer, Step
from matcher.pairings.routes.opened import Visit
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services import sharing as services
from matcher.pairings.services.introducing import approve_introduction, decline_introduction
from matcher.pairings.views.library import library_page
from matcher.pairings.views.writing import WritingPage
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfShown = Permit[Member, ResourceShown]
OfStep = Permit[Member, Step]
OfOffer = Permit[Member, Offer]
LEADS = {
    "known": N_("“Nothing yet” is fine. Then %(name)s knows where to begin."),
    "share": N_("One thing is enough. %(name)s then sees how to reach it, too."),
    "react": N_("You need not use it. What you think of it helps %(name)s."),
    "introduce": N_("Say who %(name)s is and what the question is. Nothing is sent before a yes."),
    "why": N_("It helps whoever keeps the library. Your name does not stand with it."),
}


def line(number: int) -> Sentence:
    if number == 0:
        return sentence(N_("Where help is to be found."))
    return counted(N_n("%(num)s brought up so far", "%(num)s brought up so far"), number)


register(
    Leaf(
        60,
        "library",
        Tip.RESOURCES,
        N_("Where to find help"),
        "pairings.library",
        queries.count_shown,
        line,
    )
)


@blueprint.get("/resources")
@allows(may_enter, loads=find_pairing)
def library(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    entries = queries.list_entries(reading(), pairing)
    visit = Visit(permit, "library")
    view = library_page(member, pairing, entries, visit.lines, now=clock.now())
    page = render_template("pairings/library.html", page=view, press=PressForm())
    visit.keep()
    return page


@blueprint.post("/resources/<uuid:resource_id>/ask")
@allows(may_bring_up, loads=queries.find_offer)
def bring_up(permit: OfOffer) -> ResponseReturnValue:
    with writing() as db:
        member, offer = permit.within(db)
        services.ask_what_is_known(db, offer.pairing, offer.resource, by=member, now=clock.now())
    flash(_("Asked: what is known already? After that you share one thing."))
    return _back(permit)


@blueprint.get("/resources/shown/<uuid:shown_id>/<step>")
@allows(may_take_step, loads=queries.find_step)
def step(permit: OfStep) -> ResponseReturnValue:
    found = permit.seen[1]
    is_again = not services.TURNS[found.name].once
    given = getattr(found.shown, services.TURNS[found.name].text) if is_again else ""
    return _step(permit, WordsForm(None, data={"words": given}, label=_(QUESTIONS[found.name])))


@blueprint.post("/resources/shown/<uuid:shown_id>/<step>")
@allows(may_take_step, loads=queries.find_step)
def take_step(permit: OfStep) -> ResponseReturnValue:
    name = permit.seen[1].name
    form = WordsForm(label=_(QUESTIONS[name]))
    if not form.accepted():
        return _step(permit, form)
    try:
        with writing() as db:
            member, found = permit.within(db)
            words = form.words.data or ""
            services.take_step(db, found.shown, name, words, by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.words, refused.sentence)
        return _step(permit, form)
    flash(_("Thank you. It stands there."))
    return _back(permit)


@blueprint.post("/resources/shown/<uuid:shown_id>/tried")
@allows(may_try, loads=queries.find_shown)
def say_tried(permit: OfShown) -> ResponseReturnValue:
    form = TriedForm()
    tapped = form.tried.data if form.accepted() else ""
    if tapped not in set(Tried):
        flash(_("Press one of the buttons."))
        return _back(permit)
    with writing() as db:
        _member, shown = permit.within(db)
        services.say_what_came_of_it(shown, Tried(tapped), now=clock.now())
    if tapped == Tried.NOT_FOR_ME:
        return redirect(url_for(".step", **permit.address, step="why"))
    flash(_("Thank you for saying so."))
    return _back(permit)


@blueprint.post("/resources/shown/<uuid:shown_id>/introduction")
@allows(may_try, loads=queries.find_shown)
def decide_introduction(permit: OfShown) -> ResponseReturnValue:
    form = ApproveForm()
    yes = form.accepted() and form.decision.data == "yes"
    with writing() as db:
        _member, shown = permit.within(db)
        if yes:
            approve_introduction(db, shown, seen=form.version, now=clock.now())
        else:
            decline_introduction(shown, seen=form.version)
    flash(_("Approved. You get it by mail.") if yes else _("Not sent, and taken away."))
    return _back(permit)


def _step(permit: OfStep, form: WordsForm) -> ResponseReturnValue:
    _member, found = permit.seen
    pairing = found.shown.pairing
    partner, contact = (
        pairing.member_on(queries.STEPS[found.name].other).name,
        pairing.programme.contact.name,
    )
    who = ("two", _("You two"))
    if found.name == "why":
        words = _("Whoever keeps the library (%(name)s), without your name", name=contact)
        who = ("coordinator", words)
    page = WritingPage(
        id=pairing.id,
        title=found.shown.resource.said("name", language()),
        lead=_(LEADS[found.name], name=partner),
        button=_("Send it"),
        back="pairings.library",
        who=who,
    )
    return render_template("pairings/write.html", page=page, form=form), form.status


def _back(permit: OfShown | OfStep | OfOffer) -> ResponseReturnValue:
    return redirect(url_for(".library", pairing_id=permit.address["pairing_id"]))
