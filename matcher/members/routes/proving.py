"""Showing once more that it is you, before something that a borrowed browser must not do.

A sign-in remembers when its owner last proved who they are (`proven_at`); after ten minutes it is
asked for again. Further ways to prove it add their own page, and call `proved`.
"""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import sentence
from matcher.members.forms import ProveForm
from matcher.members.login import current_sign_in, hasher
from matcher.members.models import Attempt, Member, SignIn
from matcher.members.policy import may_sign_out
from matcher.members.queries import find_authenticator
from matcher.members.queries.passkeys import list_passkeys
from matcher.members.routes.doors import TOO_MANY
from matcher.members.routes.guesses import count, guess_for
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.ways import elsewhere_of, site
from matcher.web.destinations import own_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _l

Here = Permit[Member, SignIn]
NOT_YOURS = _l("This is not your password.")


@blueprint.get("/account/prove")
@allows(may_sign_out, loads=current_sign_in)
def prove(permit: Here) -> ResponseReturnValue:
    return _page(permit, ProveForm(request.args))


@blueprint.post("/account/prove")
@allows(may_sign_out, loads=current_sign_in)
def prove_now(permit: Here) -> ResponseReturnValue:
    form = ProveForm()
    if not form.accepted():
        return _page(permit, form)
    member, _here = permit.seen
    attempt_id = count(guess_for(member.email or str(member.id)))
    if attempt_id is None:
        form.refuse(form.password, sentence(TOO_MANY))
        return _page(permit, form)
    if not hasher().check(member.password_hash, form.password.data):
        form.refuse(form.password, NOT_YOURS)
        return _page(permit, form)
    with writing() as db:
        db.get_one(Attempt, attempt_id).succeeded = True
        proved(db, permit)
    return redirect(own_page(form.next.data, url_for(".account")))


def proved(db: Session, permit: Here) -> None:
    """Note that the owner of this sign-in has just shown who they are."""
    _member, here = permit.within(db)
    here.proven_at = clock.now()


def _has_app(member: Member) -> bool:
    app = find_authenticator(reading(), member)
    return app is not None and app.confirmed_at is not None


def _page(permit: Here, form: ProveForm) -> ResponseReturnValue:
    member, _here = permit.seen
    page = render_template(
        "members/prove.html",
        form=form,
        has_password=member.password_hash is not None,
        elsewhere=elsewhere_of(member),
        has_app=_has_app(member),
        by_mail=member.password_hash is None and bool(member.email),
        has_passkey=site() is not None and bool(list_passkeys(reading(), member)),
    )
    return page, form.status
