"""The report of a programme, for those who look after it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import Pairing
from matcher.pairings.policy import may_enter
from matcher.pairings.queries import find_pairing
from matcher.programmes.models import Programme
from matcher.programmes.queries.programmes import find_coordinated
from matcher.programmes.services.taking_along import TakenAlong, note_taken_along
from matcher.reports.forms import YouSaidForm
from matcher.reports.models import YouSaid
from matcher.reports.policy import may_read_report, may_take_back
from matcher.reports.queries import count_told, find_report, find_told, list_you_said
from matcher.reports.services import may_paraphrase, take_back, tell_what_was_done
from matcher.reports.views import ReportPage, report_page, report_sheet, told_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.sheets import write_file
from matcher.web.words import _, language, said

blueprint = Blueprint("reports", __name__, url_prefix="/coordination/<uuid:programme_id>/report")

# What members read of it, beneath the space of their pair.
said_blueprint = Blueprint("said", __name__, url_prefix="/pairings/<uuid:pairing_id>/you-said")
BLUEPRINTS = (blueprint, said_blueprint)

Looked = Permit[Member, Programme]


@blueprint.get("")
@allows(may_read_report, loads=find_coordinated)
def show(permit: Looked) -> ResponseReturnValue:
    return _show(permit, YouSaidForm(None))


@blueprint.post("/file")
@allows(may_read_report, loads=find_coordinated)
def take_along(permit: Looked) -> ResponseReturnValue:
    sheet = report_sheet(_page(permit), said)
    written = write_file(sheet, "report")
    taken = TakenAlong(kind="report", count=written.rows, file=written.kind)
    with writing() as db:
        by, programme = permit.within(db)
        note_taken_along(db, programme, taken, by=by, now=clock.now())
    return written.answer()


@blueprint.post("/told")
@allows(may_read_report, loads=find_coordinated)
def tell(permit: Looked) -> ResponseReturnValue:
    form = YouSaidForm()
    if not form.accepted():
        return _show(permit, form)
    try:
        with writing() as db:
            by, programme = permit.within(db)
            words = form.said.data or "", form.did.data or ""
            tell_what_was_done(db, programme, *words, by=by, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.said, refused.sentence)
        return _show(permit, form)
    return _back(permit, _("Everyone in the programme can read it now."))


@blueprint.post("/told/<uuid:told_id>/take-back")
@allows(may_take_back, loads=find_told)
def take_told_back(permit: Permit[Member, YouSaid]) -> ResponseReturnValue:
    with writing() as db:
        by, told = permit.within(db)
        take_back(db, told, by=by, now=clock.now())
    flash(_("Taken back."))
    return redirect(url_for(".show", programme_id=permit.address["programme_id"]))


@said_blueprint.get("")
@allows(may_enter, loads=find_pairing)
def show_told(permit: Permit[Member, Pairing]) -> ResponseReturnValue:
    member, pairing = permit.seen
    page = told_page(member, pairing, list_you_said(reading(), pairing.programme_id))
    return render_template("reports/told.html", page=page)


def _page(permit: Looked) -> ReportPage:
    _member, programme = permit.seen
    db = reading()
    report = find_report(db, programme.id)
    told = list_you_said(db, programme.id)
    may_tell = may_paraphrase(report)
    return report_page(programme, report, told, language=language(), may_tell=may_tell)


def _show(permit: Looked, form: YouSaidForm) -> ResponseReturnValue:
    return render_template("reports/show.html", page=_page(permit), form=form), form.status


def _back(permit: Looked, text: str) -> ResponseReturnValue:
    flash(text)
    return redirect(url_for(".show", **permit.address))


def _line(told: int) -> Sentence:
    if not told:
        return sentence(N_("What is done with your answers."))
    return counted(N_n("%(num)s thing was done.", "%(num)s things were done."), told)


register(
    Leaf(
        order=88,
        key="you_said",
        tip=Tip.FEEDBACK,
        title=N_("You said, we did"),
        endpoint="said.show_told",
        count=count_told,
        line=_line,
    )
)
