"""What was passed on to somebody because nobody looked in time."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.forms.telling import SettleForm
from matcher.feedback.policy import was_passed_on
from matcher.feedback.queries.passed_on import PassedOn, find_passed_on
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import settle_signal
from matcher.feedback.views.passed_on import passed_page
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.login import prove_first
from matcher.members.models import Member
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _, language

Passed = Permit[Member, PassedOn]
ADDRESS = "/passed-on/<uuid:signal_id>"


@blueprint.get(ADDRESS)
@allows(was_passed_on, loads=find_passed_on)
def passed_on(permit: Passed) -> ResponseReturnValue:
    return prove_first(url_for(".passed_on", **permit.address)) or _page(permit, SettleForm())


@blueprint.post(ADDRESS)
@allows(was_passed_on, loads=find_passed_on)
def settle_passed(permit: Passed) -> ResponseReturnValue:
    if first := prove_first(url_for(".passed_on", **permit.address)):
        return first
    form = SettleForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, found = permit.within(db)
        if found.concern:
            raise RuleBroken(N_("A concern is finished on its own page, once you have read it."))
        told, useful = form.told.data or "", form.was_useful.data == "yes"
        settle_signal(db, found.signal, by=member, was_useful=useful, told=told, now=clock.now())
    flash(_("Settled. Thank you for looking after this."))
    return redirect(url_for(".concerns"))


def _page(permit: Passed, form: SettleForm) -> ResponseReturnValue:
    page = passed_page(permit.seen[1], language(), today=clock.today())
    form.told.label.text = _("Tell %(name)s what happened", name=page.who)
    return render_template("feedback/passed_on.html", page=page, form=form), form.status
