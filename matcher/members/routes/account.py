"""One's own account: who I am, how I sign in, where I am signed in."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.members.forms import (
    AboutMeForm,
    AccountForms,
    ChangeEmailForm,
    ChangePasswordForm,
    blank_forms,
    zone_options,
)
from matcher.members.login import current_here, current_sign_in
from matcher.members.models import Member, SignIn
from matcher.members.policy import is_oneself, may_sign_out
from matcher.members.queries import find_me, find_own_sign_in, list_sign_ins
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.ways import elsewhere_of
from matcher.members.services.accounts import send_confirmation
from matcher.members.services.signing_in import end_other_sign_ins, sign_out
from matcher.members.views import account as account_view
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

Myself = Permit[Member, Member]


@blueprint.get("/account")
@allows(is_oneself, loads=find_me)
def account(permit: Myself) -> ResponseReturnValue:
    return show(permit, None)


@blueprint.post("/account")
@allows(is_oneself, loads=find_me)
def save_account(permit: Myself) -> ResponseReturnValue:
    form = AboutMeForm()
    if not form.accepted():
        return show(permit, sent_forms(permit, about=form), form.status)

    with writing() as db:
        member, _me = permit.within(db)
        member.name = form.name.data or member.name
        member.pronouns = form.pronouns.data or ""
        member.phone = form.phone.data or None
        member.language = Language.of(form.language.data)
        member.zone = form.zone.data

    flash(_("Saved."))
    return redirect(url_for(".account"))


@blueprint.post("/account/confirmation")
@allows(is_oneself, loads=find_me)
def confirm_again(permit: Myself) -> ResponseReturnValue:
    """Mail the link to confirm the address once more."""
    with writing() as db:
        member, _me = permit.within(db)
        if member.email and member.email_confirmed_at is None:
            send_confirmation(db, member, now=clock.now())

    flash(_("We have sent you a new link."))
    return redirect(url_for(".account"))


@blueprint.post("/account/sign-ins/<uuid:sign_in_id>/end")
@allows(may_sign_out, loads=find_own_sign_in)
def end_sign_in(permit: Permit[Member, SignIn]) -> ResponseReturnValue:
    with writing() as db:
        _member, ended = permit.within(db)
        sign_out(db, ended)

    flash(_("Signed out there."))
    return redirect(url_for(".account", _anchor="where"))


@blueprint.post("/account/sign-ins/end-others")
@allows(may_sign_out, loads=current_sign_in)
def end_other_places(permit: Permit[Member, SignIn]) -> ResponseReturnValue:
    with writing() as db:
        _member, here = permit.within(db)
        end_other_sign_ins(db, here)

    flash(_("Signed out everywhere but here."))
    return redirect(url_for(".account", _anchor="where"))


def sent_forms(
    permit: Myself,
    about: AboutMeForm | None = None,
    email: ChangeEmailForm | None = None,
    password: ChangePasswordForm | None = None,
) -> AccountForms:
    """Put the form that was sent in the place of its blank."""
    member, _me = permit.seen
    return AccountForms(
        about=about or AboutMeForm(None, obj=member),
        email=email or ChangeEmailForm(None, prefix="email-"),
        password=password or ChangePasswordForm(None, prefix="password-"),
    )


def show(permit: Myself, forms: AccountForms | None, status: int = 200) -> ResponseReturnValue:
    """Show the account, with what was just filled in."""
    member, _me = permit.seen
    places = list_sign_ins(reading(), member, now=clock.now())
    page = account_view(member, places, current_here(), elsewhere_of(member))
    shown = render_template(
        "members/account.html",
        page=page,
        forms=forms,
        blank_forms=blank_forms,
        zone_options=zone_options,
    )
    return shown, status
