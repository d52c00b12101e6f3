"""What the two expect of each other, and what they agree on."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Tip
from matcher.pairings.forms.agreements import AgreementForm, ExpectForm, SeenForm
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import agreements as queries
from matcher.pairings.queries import find_pairing
from matcher.pairings.routes.opened import Visit
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services import agreements as services
from matcher.pairings.times import local_day
from matcher.pairings.views.agreements import agreement_page
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _

LINES = {
    queries.ASK: N_("What do you expect of each other?"),
    queries.WAIT: N_("Your answers are kept until the other one has answered too."),
    queries.DIFFERS: N_("You expect different things: talk about it, and agree on it."),
    queries.READ: N_("Read what you could agree on, and say yes."),
    queries.SAID_YES: N_("You said yes. Now the other one."),
    queries.AGREED: N_("You both said yes."),
}


def line(state: int) -> Sentence:
    return sentence(LINES[state])


register(
    Leaf(
        70,
        "agreement",
        Tip.SAFE,
        N_("What you agree on"),
        "pairings.agreement",
        queries.count_agreement,
        line,
    )
)


@blueprint.get("/agreement")
@allows(may_enter, loads=find_pairing)
def agreement(permit: OfTwo) -> ResponseReturnValue:
    _member, pairing = permit.seen
    start = queries.find_start(reading(), pairing)
    mine = start.answers.get(pairing.side_of(_member)) if not start.agreement else None  # type: ignore[arg-type]  # one of the two, as may_enter says
    return _page(permit, ExpectForm(None, data=mine.answers if mine else None), start)


@blueprint.post("/agreement/expectations")
@allows(may_enter, loads=find_pairing)
def expect(permit: OfTwo) -> ResponseReturnValue:
    form = ExpectForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        services.answer_expectations(db, pairing, form.answers(), by=member, now=clock.now())
    flash(_("Thank you. You see each other's answers once you both answered."))
    return redirect(url_for(".agreement", **permit.address))


@blueprint.get("/agreement/change")
@allows(may_enter, loads=find_pairing)
def reword(permit: OfTwo) -> ResponseReturnValue:
    _member, pairing = permit.seen
    agreed = queries.find_start(reading(), pairing).agreement or abort(404)
    given = {**(agreed.terms or {}), "seen": agreed.edition}
    return _rewording(permit, AgreementForm(None, data=given))


@blueprint.post("/agreement/change")
@allows(may_enter, loads=find_pairing)
def change_agreement(permit: OfTwo) -> ResponseReturnValue:
    form = AgreementForm()
    if not form.accepted():
        return _rewording(permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            agreed = queries.find_start(db, pairing).agreement or abort(404)
            services.change_agreement(
                db, agreed, form.terms(), seen=form.version, by=member, now=clock.now()
            )
    except RuleBroken as refused:
        form.refuse(form.every, refused.sentence)
        return _rewording(permit, form)
    flash(_("Changed. It counts once you both say yes to it."))
    return redirect(url_for(".agreement", **permit.address))


@blueprint.post("/agreement/yes")
@allows(may_enter, loads=find_pairing)
def say_yes(permit: OfTwo) -> ResponseReturnValue:
    form = SeenForm()
    with writing() as db:
        member, pairing = permit.within(db)
        agreed = queries.find_start(db, pairing).agreement or abort(404)
        services.say_yes(db, agreed, seen=form.version, by=member, now=clock.now())
    flash(_("You said yes."))
    return redirect(url_for(".agreement", **permit.address))


@blueprint.post("/agreement/outside-hours")
@allows(may_enter, loads=find_pairing)
def outside_hours(permit: OfTwo) -> ResponseReturnValue:
    with writing() as db:
        member, pairing = permit.within(db)
        agreed = queries.find_start(db, pairing).agreement or abort(404)
        today = local_day(clock.now(), pairing.programme.zone)
        services.say_outside_hours(db, agreed, by=member, today=today)
    flash(_("Noted, and the other one does not learn of it. You may also bring it up yourself."))
    return redirect(url_for(".agreement", **permit.address))


def _page(
    permit: OfTwo, form: ExpectForm, start: queries.Start | None = None
) -> ResponseReturnValue:
    member, pairing = permit.seen
    visit = Visit(permit, "agreement")
    view = agreement_page(
        member, pairing, start or queries.find_start(reading(), pairing), visit.lines
    )
    page = render_template("pairings/agreement.html", page=view, form=form)
    visit.keep()
    return page, form.status


def _rewording(permit: OfTwo, form: AgreementForm) -> ResponseReturnValue:
    member, pairing = permit.seen
    view = agreement_page(member, pairing, queries.find_start(reading(), pairing), ())
    return render_template("pairings/agreement_change.html", page=view, form=form), form.status
