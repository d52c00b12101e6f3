"""The advice of two people for each other: a page of their space."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.forms.advising import PressForm, VerdictForm
from matcher.feedback.models import Advice, Verdict
from matcher.feedback.policy import gave_advice, got_advice
from matcher.feedback.queries.advice import (
    count_waiting,
    find_advice,
    find_unopened,
    list_advice,
)
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services.advising import look_back, note_tried, pick
from matcher.feedback.views.advice import advice_page
from matcher.foundation import clock
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import Pairing
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing
from matcher.web.forms import Form
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfTwo = Permit[Member, Pairing]
OfAdvice = Permit[Member, Advice]
SPACE = "/pairings/<uuid:pairing_id>/advice"
ONE = f"{SPACE}/<uuid:advice_id>"


@blueprint.get(SPACE)
@allows(may_enter, loads=find_pairing)
def advice(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    db = reading()
    page = advice_page(
        member, pairing, list_advice(db, pairing), find_unopened(db, pairing, member)
    )
    return render_template("feedback/advice.html", page=page, form=PressForm(None))


@blueprint.post(f"{ONE}/pick")
@allows(got_advice, loads=find_advice)
def pick_advice(permit: OfAdvice) -> ResponseReturnValue:
    with writing() as db:
        _member, picked = permit.within(db)
        pick(db, picked, now=clock.now())
    return _back(permit, _("Good luck. Whoever gave it sees that you are going to try it."))


@blueprint.post(f"{ONE}/tried")
@allows(got_advice, loads=find_advice)
def tried_advice(permit: OfAdvice) -> ResponseReturnValue:
    with writing() as db:
        _member, tried = permit.within(db)
        note_tried(tried, now=clock.now())
    return _back(permit, _("Well done. Whoever gave it sees that you tried it."))


@blueprint.post(f"{ONE}/verdict")
@allows(gave_advice, loads=find_advice)
def judge_advice(permit: OfAdvice) -> ResponseReturnValue:
    form: Form = VerdictForm()
    if not form.accepted():
        return _back(permit, _("Choose better, the same or not yet."))
    with writing() as db:
        _member, given = permit.within(db)
        look_back(given, Verdict(form["verdict"].data), now=clock.now())
    return _back(permit, _("Thank you. You both see it here."))


def _back(permit: OfAdvice, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".advice", pairing_id=permit.address["pairing_id"]))


def _line(waiting: int) -> Sentence:
    if waiting:
        words = N_n("One thing to look at.", "%(num)s things to look at.")
        return counted(words, waiting)
    return sentence(N_("What you advise each other, and what came of it."))


register(
    Leaf(
        order=80,
        key="advice",
        tip=Tip.FEEDBACK,
        title=N_("Advice for each other"),
        endpoint="feedback.advice",
        count=count_waiting,
        line=_line,
    )
)
