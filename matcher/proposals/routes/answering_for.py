"""Writing down what somebody said who has no mail, or who called."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.proposals.forms.review import OnBehalfForm
from matcher.proposals.models import Answer
from matcher.proposals.policy import may_decide
from matcher.proposals.queries.proposals import find_reviewed
from matcher.proposals.routes.pair import ADDRESS, OfPair, view_of
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.answers import Outcome, Reply, answer_proposal
from matcher.web.policy import allows
from matcher.web.session import writing
from matcher.web.words import _


@review.get(f"{ADDRESS}/answer/<side>")
@allows(may_decide, loads=find_reviewed)
def answer_for(permit: OfPair) -> ResponseReturnValue:
    return _answer_page(permit, OnBehalfForm())


@review.post(f"{ADDRESS}/answer/<side>")
@allows(may_decide, loads=find_reviewed)
def write_answer(permit: OfPair) -> ResponseReturnValue:
    form = OnBehalfForm()
    if not form.accepted():
        return _answer_page(permit, form)
    answer = Answer(form.answer.data)
    reply = Reply(
        side=_side(permit),
        answer=answer,
        reason=form.reason.data if answer == Answer.NO else None,
        on_behalf=form.why.data or "",
    )
    with writing() as db:
        coordinator, proposal = permit.within(db)
        outcome = answer_proposal(db, proposal, reply, by=coordinator, now=clock.now())
    flash(_("They are paired.") if outcome == Outcome.PAIRED else _("The answer is kept."))
    return redirect(_address(permit))


def _side(permit: OfPair) -> Side:
    asked = permit.address["side"]
    return Side(asked) if asked in set(Side) else abort(404)


def _address(permit: OfPair) -> str:
    here = {key: permit.address[key] for key in ("programme_id", "proposal_id")}
    return url_for(".pair", **here)


def _answer_page(permit: OfPair, form: OnBehalfForm) -> ResponseReturnValue:
    _member, proposal = permit.seen
    person = proposal.enrolment_on(_side(permit)).member
    shown = render_template(
        "review/answer_for.html", page=view_of(permit), name=person.name, form=form
    )
    return shown, form.status
