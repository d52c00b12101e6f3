"""A coordinator settles a signal: what was done, and whether it was useful."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.forms.telling import SettleForm
from matcher.feedback.policy import may_settle
from matcher.feedback.queries import find_signal
from matcher.feedback.queries.signals import OpenSignal
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import settle_signal
from matcher.feedback.views import work_item
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _

Settling = Permit[Member, OpenSignal]
ADDRESS = "/coordination/<uuid:programme_id>/signals/<uuid:signal_id>"


@blueprint.get(ADDRESS)
@allows(may_settle, loads=find_signal)
def signal(permit: Settling) -> ResponseReturnValue:
    return _page(permit, SettleForm())


@blueprint.post(ADDRESS)
@allows(may_settle, loads=find_signal)
def settle(permit: Settling) -> ResponseReturnValue:
    form = SettleForm()
    if not form.accepted():
        return _page(permit, form)

    useful = form.was_useful.data == "yes"
    with writing() as db:
        member, found = permit.within(db)
        told, now = form.told.data or "", clock.now()
        settle_signal(db, found.signal, by=member, was_useful=useful, told=told, now=now)
    flash(_("Settled. Thank you for looking after this."))
    programme_id = permit.address["programme_id"]
    return redirect(url_for("coordination.today", programme_id=programme_id))


def _page(permit: Settling, form: SettleForm) -> ResponseReturnValue:
    found = permit.seen[1]
    item = work_item(found, today=clock.today())
    is_settled = found.signal.handled_at is not None
    return render_template(
        "feedback/signal.html", item=item, form=form, is_settled=is_settled
    ), form.status
