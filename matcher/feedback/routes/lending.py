"""What a mentee's answers may be used for: a standing choice, on a page of its own."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.forms.lending import LeaveForm
from matcher.feedback.policy import may_lend_answers
from matcher.feedback.queries.leaves import find_leave
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services.lending import choose_leave
from matcher.feedback.views.lending import leave_page
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.queries import find_pairing
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfMentee = Permit[Member, Pairing]
ADDRESS = "/pairings/<uuid:pairing_id>/answers"


@blueprint.get(ADDRESS)
@allows(may_lend_answers, loads=find_pairing)
def leave(permit: OfMentee) -> ResponseReturnValue:
    member, pairing = permit.seen
    kept = find_leave(reading(), pairing.id, member.id)
    return _page(permit, LeaveForm(None, says="yes" if kept and kept.allows else "no"))


@blueprint.post(ADDRESS)
@allows(may_lend_answers, loads=find_pairing)
def keep_leave(permit: OfMentee) -> ResponseReturnValue:
    form = LeaveForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        choose_leave(db, pairing, allows=form.says.data == "yes", by=member, now=clock.now())
    flash(_("Kept. It counts from your next answers on."))
    return redirect(url_for(".leave", **permit.address))


def _page(permit: OfMentee, form: LeaveForm) -> ResponseReturnValue:
    page = leave_page(permit.seen[1])
    return render_template("feedback/leave.html", page=page, form=form), form.status
