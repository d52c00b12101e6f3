"""The questions that people ask before deciding, as a coordinator answers them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.proposals.forms.review import ReplyForm
from matcher.proposals.models import Question
from matcher.proposals.policy import may_reply
from matcher.proposals.queries.proposals import find_question
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.questions import CoordinatorsReply, reply_to
from matcher.proposals.views.told import question_asked
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _

OfQuestion = Permit[Member, Question]
ADDRESS = "/questions/<uuid:question_id>"


@review.get(ADDRESS)
@allows(may_reply, loads=find_question)
def question(permit: OfQuestion) -> ResponseReturnValue:
    return _page(permit, ReplyForm())


@review.post(ADDRESS)
@allows(may_reply, loads=find_question)
def reply(permit: OfQuestion) -> ResponseReturnValue:
    form = ReplyForm()
    if not form.accepted():
        return _page(permit, form)
    answer = CoordinatorsReply(words=form.reply.data or "", pass_on=bool(form.pass_on.data))
    with writing() as db:
        coordinator, asked = permit.within(db)
        reply_to(db, asked, answer, by=coordinator, now=clock.now())
        proposal_id = asked.proposal_id
    flash(_("Your answer is on its way."))
    here = permit.address["programme_id"]
    return redirect(url_for(".pair", programme_id=here, proposal_id=proposal_id))


def _page(permit: OfQuestion, form: ReplyForm) -> ResponseReturnValue:
    asked = permit.seen[1]
    shown = render_template(
        "review/question.html",
        question=question_asked(asked),
        programme_id=permit.address["programme_id"],
        proposal_id=asked.proposal_id,
        form=form,
    )
    return shown, form.status
