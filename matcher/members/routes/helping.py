"""Helping somebody with their account: for administrators, who show first that it is they.

They type an address, and see of the account only what they need. Nobody helps themselves here: for
one's own account there is My account.
"""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.forms import AskResetForm, EndSignInsForm, ResetSecondStepForm
from matcher.members.login import prove_first
from matcher.members.models import Member
from matcher.members.policy import may_administrate, may_help
from matcher.members.queries import (
    find_administrator,
    find_by_email,
    find_helped,
    has_second_factor,
    list_sign_ins,
)
from matcher.members.routes.rooms import blueprint
from matcher.members.services.helping import end_sign_ins_of, reset_second_step
from matcher.members.views import helped_account
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

Helping = Permit[Member, Member]
NOBODY = N_("There is no account with this address.")


@blueprint.get("/installation/accounts")
@allows(may_administrate, loads=find_administrator)
def whom_to_help(_permit: Helping) -> ResponseReturnValue:
    return render_template("members/whom_to_help.html", form=AskResetForm(None))


@blueprint.post("/installation/accounts")
@allows(may_administrate, loads=find_administrator)
def find_whom_to_help(_permit: Helping) -> ResponseReturnValue:
    """Find an account by its whole address: this is no list to look around in."""
    form = AskResetForm()
    if form.accepted():
        found = find_by_email(reading(), form.email.data or "")
        if found:
            return redirect(url_for(".helped", helped_id=found.id))
        form.refuse(form.email, sentence(NOBODY))
    return render_template("members/whom_to_help.html", form=form), form.status


@blueprint.get("/installation/accounts/<uuid:helped_id>")
@allows(may_help, loads=find_helped)
def helped(permit: Helping) -> ResponseReturnValue:
    return prove_first(_here(permit)) or _page(
        permit, EndSignInsForm(None, prefix="end-"), ResetSecondStepForm(None, prefix="reset-")
    )


@blueprint.post("/installation/accounts/<uuid:helped_id>/sign-ins/end")
@allows(may_help, loads=find_helped)
def end_all_sign_ins(permit: Helping) -> ResponseReturnValue:
    if first := prove_first(_here(permit)):
        return first
    form = EndSignInsForm(prefix="end-")
    if not form.accepted():
        return _page(permit, form, ResetSecondStepForm(None, prefix="reset-"), 422)
    with writing() as db:
        member, whose = permit.within(db)
        end_sign_ins_of(db, whose, reason=form.reason.data, by=member, now=clock.now())
    flash(_("Signed out everywhere. We have told them by mail."))
    return redirect(_here(permit))


@blueprint.post("/installation/accounts/<uuid:helped_id>/second-step/reset")
@allows(may_help, loads=find_helped)
def reset_factors(permit: Helping) -> ResponseReturnValue:
    if first := prove_first(_here(permit)):
        return first
    form = ResetSecondStepForm(prefix="reset-")
    if not form.accepted():
        return _page(permit, EndSignInsForm(None, prefix="end-"), form, 422)
    with writing() as db:
        member, whose = permit.within(db)
        reset_second_step(
            db,
            whose,
            reason=form.reason.data,
            made_sure=form.made_sure.data,
            by=member,
            now=clock.now(),
        )
    flash(_("Their second step is gone, and they were signed out. We have told them by mail."))
    return redirect(_here(permit))


def _here(permit: Helping) -> str:
    return url_for(".helped", helped_id=permit.address["helped_id"])


def _page(
    permit: Helping, end: EndSignInsForm, reset: ResetSecondStepForm, status: int = 200
) -> ResponseReturnValue:
    _member, whose = permit.seen
    db = reading()
    page = helped_account(
        whose,
        places=len(list_sign_ins(db, whose, now=clock.now())),
        has_second_step=has_second_factor(db, whose),
    )
    return render_template("members/helped.html", page=page, end=end, reset=reset), status
