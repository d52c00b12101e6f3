"""The help board: opened and closed by the mentee, answered by the mentor."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.forms.helping import AnswerHelpForm, AskHelpForm, CloseHelpForm
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import HelpAnswer, HelpRequest, Pairing
from matcher.pairings.policy import may_answer_help, may_close_help, may_enter, may_own_points
from matcher.pairings.queries import find_pairing
from matcher.pairings.queries import helping as queries
from matcher.pairings.routes.opened import Visit
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services import helping as services
from matcher.pairings.times import local_day
from matcher.pairings.views.helping import help_page, request_view
from matcher.pairings.views.writing import WritingPage
from matcher.web.forms import Form
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfRequest = Permit[Member, HelpRequest]


def line(number: int) -> Sentence:
    if number == 0:
        return sentence(N_("Nothing asked at the moment."))
    return counted(N_n("%(num)s request open", "%(num)s requests open"), number)


register(
    Leaf(
        40,
        "help",
        Tip.PRACTICAL,
        N_("Practical help"),
        "pairings.help_board",
        queries.count_requests,
        line,
    )
)


@blueprint.get("/help")
@allows(may_enter, loads=find_pairing)
def help_board(permit: OfTwo) -> ResponseReturnValue:
    member, pairing = permit.seen
    requests = queries.list_requests(reading(), pairing)
    visit = Visit(permit, "help")
    view = help_page(member, pairing, requests, visit.lines, now=clock.now())
    page = render_template("pairings/help.html", page=view)
    visit.keep()
    return page


@blueprint.get("/help/new")
@allows(may_own_points, loads=find_pairing)
def asking_help(permit: OfTwo) -> ResponseReturnValue:
    return _asking(permit, AskHelpForm(None))


@blueprint.post("/help/new")
@allows(may_own_points, loads=find_pairing)
def ask_help(permit: OfTwo) -> ResponseReturnValue:
    form = AskHelpForm()
    if not form.accepted():
        return _asking(permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            services.ask_for_help(db, pairing, form.wanted(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.by, refused.sentence)
        return _asking(permit, form)
    flash(_("Asked. Asking is a strength."))
    return _back(permit)


@blueprint.get("/help/<uuid:request_id>/answer")
@allows(may_answer_help, loads=queries.find_request)
def answering_help(permit: OfRequest) -> ResponseReturnValue:
    _member, request = permit.seen
    given = {"answer": request.answer, "by": request.promised_by, "words": request.reply}
    return _answering(permit, AnswerHelpForm(None, data=given))


@blueprint.post("/help/<uuid:request_id>/answer")
@allows(may_answer_help, loads=queries.find_request)
def answer_help(permit: OfRequest) -> ResponseReturnValue:
    form = AnswerHelpForm()
    if not form.accepted():
        return _answering(permit, form)
    try:
        with writing() as db:
            member, request = permit.within(db)
            services.answer_help(db, request, form.reply(), by=member, now=clock.now())
    except RuleBroken as refused:
        says_else = form.answer.data == HelpAnswer.ELSE
        form.refuse(form.words if says_else else form.by, refused.sentence)
        return _answering(permit, form)
    flash(_("Your answer is there."))
    return _back(permit)


@blueprint.get("/help/<uuid:request_id>/close")
@allows(may_close_help, loads=queries.find_request)
def closing_help(permit: OfRequest) -> ResponseReturnValue:
    return _closing(permit, CloseHelpForm(None, was_promised=_was_promised(permit)))


@blueprint.post("/help/<uuid:request_id>/close")
@allows(may_close_help, loads=queries.find_request)
def close_help(permit: OfRequest) -> ResponseReturnValue:
    form = CloseHelpForm(was_promised=_was_promised(permit))
    if not form.accepted():
        return _closing(permit, form)
    with writing() as db:
        _member, request = permit.within(db)
        services.close_help(request, form.outcome(), now=clock.now())
    flash(_("Closed. How the help was, stays with you."))
    return _back(permit)


def _was_promised(permit: OfRequest) -> bool:
    return permit.seen[1].answer == HelpAnswer.YES


def _asking(permit: OfTwo, form: AskHelpForm) -> ResponseReturnValue:
    pairing = permit.seen[1]
    lead = _("%(name)s answers yes by a day, no, or something else.", name=pairing.mentor.name)
    return _written(pairing, _("Ask for help"), lead, _("Ask it"), form)


def _answering(permit: OfRequest, form: AnswerHelpForm) -> ResponseReturnValue:
    pairing, today = permit.seen[1].pairing, local_day(clock.now(), "UTC")
    asked = request_view(permit.seen[1], today)
    title = _("%(name)s asks for your help", name=pairing.mentee.name)
    return _written(pairing, title, "“" + asked.what + "”", _("Send my answer"), form)


def _closing(permit: OfRequest, form: CloseHelpForm) -> ResponseReturnValue:
    pairing = permit.seen[1].pairing
    contact = pairing.programme.contact.name
    who = _(
        "Only you. After “too much” twice in a row, %(name)s is asked to hear how it goes",
        name=contact,
    )
    lead = "“" + (permit.seen[1].what or "") + "”"
    page = _page(pairing, _("Close this request"), lead, _("Close it"), ("you", who))
    return render_template("pairings/write.html", page=page, form=form), form.status


def _written(
    pairing: Pairing, title: str, lead: str, button: str, form: Form
) -> ResponseReturnValue:
    contact = pairing.programme.contact.name
    who = ("two", _("You two; %(name)s sees only how many", name=contact))
    page = _page(pairing, title, lead, button, who)
    return render_template("pairings/write.html", page=page, form=form), form.status


def _page(
    pairing: Pairing, title: str, lead: str, button: str, who: tuple[str, str]
) -> WritingPage:
    return WritingPage(
        id=pairing.id, title=title, lead=lead, button=button, back="pairings.help_board", who=who
    )


def _back(permit: OfTwo | OfRequest) -> ResponseReturnValue:
    return redirect(url_for(".help_board", pairing_id=permit.address["pairing_id"]))
