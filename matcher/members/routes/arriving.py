"""Whom the provider vouches for: to come in, to connect an account, or to prove who they are."""

from flask import current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.asked import Sent, Why, ask, keep_stranger
from matcher.members.login import current_sign_in
from matcher.members.models import Purpose, SignIn
from matcher.members.provider import Person
from matcher.members.queries import find_by_email, find_identity
from matcher.members.routes.doors import go_in, let_in
from matcher.members.routes.mailed import send_to
from matcher.members.routes.ways import PROVIDER
from matcher.members.services.accounts import NewMember, register
from matcher.members.services.identities import connect
from matcher.members.tokens import not_believed
from matcher.web.session import reading, writing
from matcher.web.words import _, language

NO_ADDRESS = N_(
    "The other service does not vouch for your e-mail address. Sign in here, and connect the two "
    "accounts under My account."
)
NOT_KNOWN = N_(
    "There is no account here with the address that the other service knows. Ask your coordinator "
    "for an invitation."
)


def arrive(person: Person, sent: Sent) -> ResponseReturnValue:
    """Go on as was asked, with whoever it turned out to be."""
    return {Why.ENTER: _enter, Why.CONNECT: _connect, Why.PROVE: _prove}[sent.why](person, sent)


def _enter(person: Person, sent: Sent) -> ResponseReturnValue:
    found = find_identity(reading(), person.issuer, person.subject)
    if found is None:
        return _first_time(person, sent)
    if found.member.disabled_at:
        raise RuleBroken(NOT_KNOWN)
    with writing() as db:
        identity = find_identity(db, person.issuer, person.subject)
        if identity is None:
            raise not_believed()
        token = let_in(db, identity.member, level=PROVIDER)
        email = identity.member.email
    return go_in(token, email, sent.onward)


def _first_time(person: Person, sent: Sent) -> ResponseReturnValue:
    """Bind nothing to an account here by a mail address alone: its mailbox must agree."""
    if not person.email:
        raise RuleBroken(NO_ADDRESS)
    member = find_by_email(reading(), person.email)
    if member is None and current_app.config["SETTINGS"].OIDC_ENTRY == "anyone":
        return _begin(person, sent)
    if member is None or member.disabled_at:
        raise RuleBroken(NOT_KNOWN)
    asked = ask(member.email or person.email, sent.onward)
    keep_stranger(asked, person.issuer, person.subject)
    send_to(asked, Purpose.CONNECT)
    return redirect(url_for(".type_code"))


def _begin(person: Person, sent: Sent) -> ResponseReturnValue:
    name, now = person.name or person.email.split("@", 1)[0], clock.now()
    new = NewMember(name=name[:120], email=person.email, language=language())
    with writing() as db:
        member = register(db, new, now=now)
        member.email_confirmed_at = now
        connect(db, member, person.issuer, person.subject, now=now)
        token = let_in(db, member, level=PROVIDER)
    return go_in(token, person.email, sent.onward)


def _connect(person: Person, sent: Sent) -> ResponseReturnValue:
    with writing() as db:
        here = _the_same(db, sent)
        connect(db, here.member, person.issuer, person.subject, now=clock.now())
    flash(_("Connected. From now on you can sign in with it."))
    return redirect(sent.onward)


def _prove(person: Person, sent: Sent) -> ResponseReturnValue:
    with writing() as db:
        here = _the_same(db, sent)
        identity = find_identity(db, person.issuer, person.subject)
        if identity is None or identity.member is not here.member:
            raise not_believed()
        here.proven_at = clock.now()
    return redirect(sent.onward)


def _the_same(db: Session, sent: Sent) -> SignIn:
    """Return the sign-in from which somebody went to the provider: nobody else's."""
    here = current_sign_in(db)
    if here is None or here.id != sent.sign_in_id:
        raise not_believed()
    return here
