"""Changing one's password or e-mail address: both ask for the password again."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field

from matcher.foundation import clock
from matcher.foundation.words import sentence
from matcher.members.forms import ChangeEmailForm, ChangePasswordForm
from matcher.members.login import hasher
from matcher.members.models import Attempt, Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.members.routes.account import sent_forms, show
from matcher.members.routes.doors import TOO_MANY, go_in, let_in
from matcher.members.routes.guesses import count, guess_for
from matcher.members.routes.rooms import blueprint
from matcher.members.services.accounts import set_password
from matcher.members.services.addresses import ask_to_change_address
from matcher.web.forms import Form
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _, _l

Myself = Permit[Member, Member]
NOT_YOURS = _l("This is not your password.")


@blueprint.post("/account/e-mail")
@allows(is_oneself, loads=find_me)
def change_email(permit: Myself) -> ResponseReturnValue:
    form = ChangeEmailForm(prefix="email-")
    if not form.accepted() or not _proven(permit, form, form.password):
        return show(permit, sent_forms(permit, email=form), 422)

    with writing() as db:
        member, _me = permit.within(db)
        ask_to_change_address(db, member, form.email.data or "", now=clock.now())

    flash(_("We have sent a link to your new address. It changes once you press the button there."))
    return redirect(url_for(".account"))


@blueprint.post("/account/password")
@allows(is_oneself, loads=find_me)
def change_password(permit: Myself) -> ResponseReturnValue:
    member, _me = permit.seen
    form = ChangePasswordForm(prefix="password-")
    form.password.about = [member.name, member.email or ""]
    if not form.accepted() or not _proven(permit, form, form.current):
        return show(permit, sent_forms(permit, password=form), 422)

    fresh = hasher().hash(form.password.data)
    with writing() as db:
        member, _me = permit.within(db)
        set_password(db, member, fresh, now=clock.now())
        token, email = let_in(db, member, has_shown=True), member.email

    response = go_in(token, email, url_for(".account"))
    flash(_("Your password is changed. You are signed out everywhere but here."))
    return response


def _proven(permit: Myself, form: Form, field: Field) -> bool:
    """Tell whether the password is theirs: a borrowed browser must not be enough."""
    member, _me = permit.seen
    kept = member.password_hash
    attempt_id = count(guess_for(member.email or str(member.id)))
    if attempt_id is None:
        form.refuse(field, sentence(TOO_MANY))
        return False
    if not hasher().check(kept, field.data):
        form.refuse(field, NOT_YOURS)
        return False
    with writing() as db:
        db.get_one(Attempt, attempt_id).succeeded = True
    return True
