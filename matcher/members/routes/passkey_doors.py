"""Going in with a passkey: with it alone, or after a password; and showing it once more.

A passkey is two things at once: a device that one has, and what unlocks it. So it takes no second
step; and after a password it is one.
"""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.forms import AppCodeForm, PasskeyForm, SignInForm
from matcher.members.keys import NOT_BELIEVED
from matcher.members.login import current_sign_in
from matcher.members.models import Member, Passkey, PasskeyFor, SignIn
from matcher.members.policy import may_sign_out
from matcher.members.queries.passkeys import list_passkeys
from matcher.members.routes.asking import (
    counted_question,
    here,
    known,
    question,
    said_no,
    take_passkey,
)
from matcher.members.routes.doors import go_in, let_in
from matcher.members.routes.proving import proved
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.second_step import finish, go_on, show, the_step
from matcher.members.routes.ways import sign_in_page
from matcher.web.destinations import own_page
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading
from matcher.web.words import said

PASSKEY = "passkey"  # the level of a sign-in that came with one
TOO_MANY = N_("There were too many tries. Wait a quarter of an hour, and try again.")
GONE = N_("This took too long. Please sign in once more.")
Here = Permit[Member, SignIn]


@blueprint.post("/sign-in/passkey/ask")
@anyone
def ask_for_passkey() -> ResponseReturnValue:
    """Ask for any passkey of this site: nobody needs to say first who they are."""
    from matcher.members.passkeys import to_show  # noqa: PLC0415  # slow to import

    site = here()
    challenge = counted_question(PasskeyFor.SIGNING_IN)
    return to_show(site, challenge=challenge) if challenge else said_no(sentence(TOO_MANY), 429)


@blueprint.post("/sign-in/passkey")
@anyone
def enter_with_passkey() -> ResponseReturnValue:
    here()
    form = PasskeyForm()
    onward = own_page(form.next.data, url_for("home.mine"))

    def enter(db: Session, passkey: Passkey) -> tuple[str, str | None, str]:
        member = passkey.member
        return let_in(db, member, level=PASSKEY, has_shown=True), member.email, onward

    try:
        return go_in(*take_passkey(form.answer.data or "", PasskeyFor.SIGNING_IN, enter))
    except RuleBroken as refused:
        again = SignInForm(None, next=form.next.data)
        again.form_errors.append(said(refused.sentence))
        return sign_in_page(again), 422


@blueprint.post("/sign-in/second-step/passkey/ask")
@anyone
def ask_for_second_passkey() -> ResponseReturnValue:
    """Ask for a passkey of whoever has just shown the first thing."""
    from matcher.members.passkeys import to_show  # noqa: PLC0415  # slow to import

    site, step = here(), the_step(reading())
    if step is None:
        return said_no(sentence(GONE))
    member = step.member
    challenge = counted_question(PasskeyFor.SECOND_STEP)
    if challenge is None:
        return said_no(sentence(TOO_MANY), 429)
    theirs = known(list_passkeys(reading(), member))
    return to_show(site, challenge=challenge, known=theirs)


@blueprint.post("/sign-in/second-step/passkey")
@anyone
def take_second_passkey() -> ResponseReturnValue:
    here()
    form, step = PasskeyForm(), the_step(reading())
    if step is None:
        return redirect(url_for(".sign_in", next=form.next.data or None))
    member, email = step.member, step.member.email

    def finished(db: Session, passkey: Passkey) -> str:
        half = the_step(db)
        if half is None or half.member is not passkey.member:
            raise RuleBroken(NOT_BELIEVED)
        return finish(db, half)

    try:
        token = take_passkey(form.answer.data or "", PasskeyFor.SECOND_STEP, finished, of=member)
    except RuleBroken as refused:
        again = AppCodeForm(None, next=form.next.data)
        again.form_errors.append(said(refused.sentence))
        return show(again, member)[0], 422
    return go_on(token, email, form.next.data)


@blueprint.post("/account/prove/passkey/ask")
@allows(may_sign_out, loads=current_sign_in)
def ask_to_prove(permit: Here) -> ResponseReturnValue:
    """Ask a member for one of their passkeys, before something sensitive."""
    from matcher.members.passkeys import to_show  # noqa: PLC0415  # slow to import

    member, _here = permit.seen
    site, theirs = here(), known(list_passkeys(reading(), member))
    return to_show(site, challenge=question(PasskeyFor.PROVING), known=theirs)


@blueprint.post("/account/prove/passkey")
@allows(may_sign_out, loads=current_sign_in)
def prove_with_passkey(permit: Here) -> ResponseReturnValue:
    here()
    member, _here = permit.seen
    form = PasskeyForm()

    def prove(db: Session, _passkey: Passkey) -> None:
        proved(db, permit)

    try:
        take_passkey(form.answer.data or "", PasskeyFor.PROVING, prove, of=member)
    except RuleBroken as refused:
        flash(said(refused.sentence), "info")
        return redirect(url_for(".prove", next=form.next.data or None))
    return redirect(own_page(form.next.data, url_for(".account")))
