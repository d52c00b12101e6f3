"""The page on which two people read about each other, and answer."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.proposals.forms.answers import NoForm, QuestionForm, YesForm
from matcher.proposals.models import Answer, Proposal
from matcher.proposals.policy import may_answer
from matcher.proposals.queries.proposals import find_proposal
from matcher.proposals.queries.questions import list_own_questions
from matcher.proposals.services.answers import Outcome, Reply, answer_proposal
from matcher.proposals.services.questions import ask_question
from matcher.proposals.views.member import for_member
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, _l, language

blueprint = Blueprint("proposals", __name__, url_prefix="/proposals/<uuid:proposal_id>")

Asked = Permit[Member, Proposal]
SAID = {
    Outcome.KEPT: _l("Thank you. Your answer is kept; as soon as we know more, you get a mail."),
    Outcome.PAIRED: _l("You both said yes: you are paired."),
    Outcome.ENDED: _l("This proposal has ended meanwhile. We look further for you."),
}


@blueprint.get("")
@allows(may_answer, loads=find_proposal)
def show(permit: Asked) -> ResponseReturnValue:
    return _page(permit)


@blueprint.post("")
@allows(may_answer, loads=find_proposal)
def answer(permit: Asked) -> ResponseReturnValue:
    form = NoForm() if request.form.get("answer") == Answer.NO else YesForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, proposal = permit.within(db)
        reply = _reply(form, proposal.side_of(member) or Side.MENTEE)
        outcome = answer_proposal(db, proposal, reply, by=member, now=clock.now())
    flash(str(SAID[outcome]))
    return redirect(url_for(".show", **permit.address))


@blueprint.post("/question")
@allows(may_answer, loads=find_proposal)
def ask(permit: Asked) -> ResponseReturnValue:
    form = QuestionForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, proposal = permit.within(db)
        ask_question(db, proposal, form.question.data or "", by=member, now=clock.now())
    flash(_("Your question is on its way to your coordinator. The answer comes by mail."))
    return redirect(url_for(".show", **permit.address))


def _reply(form: YesForm | NoForm, side: Side) -> Reply:
    if isinstance(form, YesForm):
        return Reply(side=side, answer=Answer.YES)
    return Reply(side=side, answer=Answer.NO, reason=form.reason.data, words=form.words.data or "")


def _page(
    permit: Asked, sent: YesForm | NoForm | QuestionForm | None = None
) -> ResponseReturnValue:
    member, proposal = permit.seen
    questions = list_own_questions(reading(), proposal, proposal.side_of(member) or Side.MENTEE)
    page = render_template(
        "proposals/show.html",
        proposal=for_member(member, proposal, questions, language()),
        yes=sent if isinstance(sent, YesForm) else YesForm(formdata=None),
        no=sent if isinstance(sent, NoForm) else NoForm(formdata=None),
        question=sent if isinstance(sent, QuestionForm) else QuestionForm(formdata=None),
        sent=sent,
    )
    return page, sent.status if sent else 200
