"""What was told in confidence: read by its one reader, who says why, and settled."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback import services
from matcher.feedback.forms.telling import OutcomeForm, ReasonForm
from matcher.feedback.policy import was_told
from matcher.feedback.queries import find_concern, list_told
from matcher.feedback.queries.concerns import Told
from matcher.feedback.queries.passed_on import list_passed_on
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.views.concerns import told_line, told_page
from matcher.feedback.views.passed_on import passed_page
from matcher.foundation import clock
from matcher.members.login import prove_first
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Reading = Permit[Member, Told]


@blueprint.get("/concerns")
@allows(is_oneself, loads=find_me)
def concerns(permit: Permit[Member, Member]) -> ResponseReturnValue:
    member, _me = permit.seen
    db, day = reading(), clock.today()
    lines = [told_line(each, language()) for each in list_told(db, member)]
    passed = [passed_page(each, language(), today=day) for each in list_passed_on(db, member)]
    passed = [each for each in passed if each.concern_id is None]
    return render_template("feedback/concerns.html", lines=lines, passed=passed)


@blueprint.get("/concerns/<uuid:concern_id>")
@allows(was_told, loads=find_concern)
def told(permit: Reading) -> ResponseReturnValue:
    return prove_first(_here(permit)) or _closed(permit, ReasonForm())


@blueprint.post("/concerns/<uuid:concern_id>")
@allows(was_told, loads=find_concern)
def read(permit: Reading) -> ResponseReturnValue:
    if first := prove_first(_here(permit)):
        return first
    form = ReasonForm()
    if not form.accepted():
        return _closed(permit, form)

    with writing() as db:
        member, here = permit.within(db)
        services.open_concern(
            db, here.concern, by=member, reason=form.reason.data or "", now=clock.now()
        )
        page = told_page(here, language(), opened=True)
    return render_template("feedback/told.html", page=page, form=OutcomeForm(formdata=None))


@blueprint.post("/concerns/<uuid:concern_id>/settled")
@allows(was_told, loads=find_concern)
def settle_concern(permit: Reading) -> ResponseReturnValue:
    form = OutcomeForm()
    if not form.accepted():
        page = told_page(permit.seen[1], language())
        return render_template("feedback/told.html", page=page, form=form), form.status

    with writing() as db:
        member, here = permit.within(db)
        services.settle_concern(
            db,
            here.concern,
            by=member,
            outcome=form.outcome.data or "",
            told=form.told.data or "",
            now=clock.now(),
        )
    flash(_("Settled. Thank you for looking after this."))
    return redirect(url_for(".concerns"))


def _here(permit: Reading) -> str:
    return url_for(".told", **permit.address)


def _closed(permit: Reading, form: ReasonForm) -> ResponseReturnValue:
    page = told_page(permit.seen[1], language())
    return render_template("feedback/sealed.html", page=page, form=form), form.status
