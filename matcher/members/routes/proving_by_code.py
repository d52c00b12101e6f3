"""Showing once more that it is you with a code: of one's app, or mailed to who has no password."""

from flask import abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.forms import AppCodeForm, MailedProofForm
from matcher.members.login import current_sign_in
from matcher.members.models import Attempt, Member, SignIn
from matcher.members.policy import may_sign_out
from matcher.members.routes.guesses import count, guess_at_code, guess_for
from matcher.members.routes.mailed import NOT_THIS_CODE
from matcher.members.routes.mailed import TOO_MANY as TOO_MANY_CODES
from matcher.members.routes.proving import proved
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.second_step import TOO_MANY, WRONG
from matcher.members.services.factors import accept_code, plain
from matcher.members.services.mailed_links import code_key, send_proof, take_proof
from matcher.members.services.throttle import allow
from matcher.web.destinations import own_page
from matcher.web.policy import Permit, allows
from matcher.web.session import writing

Here = Permit[Member, SignIn]
TOO_OFTEN = N_("We have sent you several codes. Look among your unwanted mail, or wait a while.")


@blueprint.get("/account/prove/app")
@allows(may_sign_out, loads=current_sign_in)
def app_proof(_permit: Here) -> ResponseReturnValue:
    return _app_page(AppCodeForm(request.args))


@blueprint.post("/account/prove/app")
@allows(may_sign_out, loads=current_sign_in)
def prove_with_app(permit: Here) -> ResponseReturnValue:
    form = AppCodeForm()
    if not form.accepted():
        return _app_page(form)
    member, _here = permit.seen
    attempt_id = count(guess_for(member.email or str(member.id), about="second step"))
    if attempt_id is None:
        form.refuse(form.code, sentence(TOO_MANY))
        return _app_page(form)
    with writing() as db:
        member, _here = permit.within(db)
        is_it = accept_code(db, member, plain(form.code.data or ""), now=clock.now())
        if is_it:
            db.get_one(Attempt, attempt_id).succeeded = True
            proved(db, permit)
    if is_it:
        return _onward(form.next.data)
    form.refuse(form.code, sentence(WRONG))
    return _app_page(form)


@blueprint.post("/account/prove/mail/ask")
@allows(may_sign_out, loads=current_sign_in)
def mail_proof(permit: Here) -> ResponseReturnValue:
    """Mail a code to whoever has no password here. It works in this sign-in alone."""
    member, _here = permit.seen
    if member.password_hash or not member.email:
        abort(404)
    form, secret = MailedProofForm(next=request.form.get("next")), _secret()
    guess = guess_for(member.email, about="proof")
    with writing() as db:
        member, here = permit.within(db)
        is_sent = allow(db, guess, now=clock.now()) is not None
        if is_sent:
            send_proof(db, member, here.fingerprint, secret=secret, now=clock.now())
    if is_sent:
        return redirect(url_for(".mailed_proof", next=form.next.data or None))
    form.refuse(form.code, sentence(TOO_OFTEN))
    return _mail_page(permit, form)


@blueprint.get("/account/prove/mail")
@allows(may_sign_out, loads=current_sign_in)
def mailed_proof(permit: Here) -> ResponseReturnValue:
    return _mail_page(permit, MailedProofForm(request.args))


@blueprint.post("/account/prove/mail")
@allows(may_sign_out, loads=current_sign_in)
def prove_by_mail(permit: Here) -> ResponseReturnValue:
    form = MailedProofForm()
    if not form.accepted():
        return _mail_page(permit, form)
    _member, here = permit.seen
    if count(guess_at_code(here.fingerprint)) is None:
        form.refuse(form.code, sentence(TOO_MANY_CODES))
        return _mail_page(permit, form)
    code = code_key(_secret(), here.fingerprint, form.code.data or "")
    with writing() as db:
        member, here = permit.within(db)
        is_it = take_proof(db, member, here.fingerprint, code, now=clock.now())
        if is_it:
            proved(db, permit)
    if is_it:
        return _onward(form.next.data)
    form.refuse(form.code, sentence(NOT_THIS_CODE))
    return _mail_page(permit, form)


def _onward(asked: str | None) -> ResponseReturnValue:
    return redirect(own_page(asked, url_for(".account")))


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


def _app_page(form: AppCodeForm) -> ResponseReturnValue:
    return render_template("members/app_proof.html", form=form), form.status


def _mail_page(permit: Here, form: MailedProofForm) -> ResponseReturnValue:
    member, _here = permit.seen
    page = render_template("members/mailed_proof.html", form=form, email=member.email or "")
    return page, form.status
