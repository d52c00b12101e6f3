"""A coordinator settles a signal: what was done, and whether it was useful."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.drafts import DID, TOLD
from matcher.feedback.forms.telling import SettleForm
from matcher.feedback.policy import may_settle
from matcher.feedback.queries import find_signal
from matcher.feedback.queries.signals import OpenSignal
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import settle_signal
from matcher.feedback.views import work_item
from matcher.foundation import clock
from matcher.foundation.translate import say
from matcher.foundation.words import sentence
from matcher.members.models import Member
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _

Settling = Permit[Member, OpenSignal]
ADDRESS = "/coordination/<uuid:programme_id>/signals/<uuid:signal_id>"


@blueprint.get(ADDRESS)
@allows(may_settle, loads=find_signal)
def signal(permit: Settling) -> ResponseReturnValue:
    return _page(permit, SettleForm(told=_draft(permit.seen[1])))


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
    form.told.label.text = (
        _("Tell %(name)s what happened", name=item.who) if item.who else _("What came of it?")
    )
    return render_template(
        "feedback/signal.html",
        item=item,
        form=form,
        is_settled=found.signal.handled_at is not None,
        has_address=bool(found.member and found.member.email),
    ), form.status


def _draft(found: OpenSignal) -> str:
    """Draft what the person who signalled is told, in their language, by what was done."""
    did = DID.get(request.args.get("did", ""), TOLD)
    return say(sentence(did), found.member.language) if found.member else ""
