"""A coordinator writes down what somebody says: by phone, or with a language coach."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from matcher.feedback.models import CheckIn
from matcher.feedback.policy import may_enter
from matcher.feedback.queries import find_entered
from matcher.feedback.routes.pages import ask, entered_form, shown
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.services import Entered, answer_check_in
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _

Entering = Permit[Member, CheckIn]
ADDRESS = "/coordination/<uuid:programme_id>/check-ins/<uuid:check_in_id>"


@blueprint.get(ADDRESS)
@allows(may_enter, loads=find_entered)
def enter(permit: Entering) -> ResponseReturnValue:
    page = shown(permit.seen[1])
    return ask(page, entered_form(page), signed_in=True, entering=True)


@blueprint.post(ADDRESS)
@allows(may_enter, loads=find_entered)
def save_entered(permit: Entering) -> ResponseReturnValue:
    page = shown(permit.seen[1])
    form = entered_form(page)
    if not form.accepted():
        return ask(page, form, signed_in=True, entering=True)

    with writing() as db:
        member, check_in = permit.within(db)
        entered = Entered(by=member, why=form.why.data or "")
        answer_check_in(db, check_in, form.given(), now=clock.now(), entered=entered)
    flash(_("The answers are kept, with your name and reason."))
    address = {"programme_id": page.programme_id, "pairing_id": page.pairing_id}
    return redirect(url_for("coordination.pair", **address))  # type: ignore[arg-type]  # typed as Any
