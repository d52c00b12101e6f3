"""E-mail addresses: confirming one, and undoing a change."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.forms import PressForm
from matcher.members.login import current_member, is_expected
from matcher.members.models import OneTimeLink, Purpose
from matcher.members.routes.doors import go_in, let_in
from matcher.members.routes.links import link_for, onward_from
from matcher.members.routes.rooms import blueprint
from matcher.members.services.addresses import confirm_address, revert_address
from matcher.web.policy import Ticket, holders
from matcher.web.session import writing
from matcher.web.words import _

Held = Ticket[OneTimeLink]
a_confirmation = link_for(Purpose.CONFIRM_EMAIL, Purpose.CHANGE_EMAIL)
a_way_back = link_for(Purpose.REVERT_EMAIL)


@blueprint.get("/confirm/<token>")
@holders(loads=a_confirmation)
def confirm_page(held: Held) -> ResponseReturnValue:
    email = held.seen.address
    return render_template("members/confirm.html", form=PressForm(), email=email)


@blueprint.post("/confirm/<token>")
@holders(loads=a_confirmation)
def confirm(held: Held) -> ResponseReturnValue:
    """Confirm an address. Only the browser that signed up is let in without a password.

    Somebody else could have signed up with this address; its owner must not end up in an account
    to which a stranger has the password.
    """
    with writing() as db:
        link = held.within(db)
        onward = onward_from(link)
        member = confirm_address(db, link, now=clock.now())
        is_here = current_member(db) is member
        token = let_in(db, member) if not is_here and is_expected(member) else ""
        email = member.email

    outside = redirect(onward if is_here else url_for(".sign_in", next=onward))
    response = go_in(token, email, onward) if token else outside
    flash(_("Thank you, your e-mail address is confirmed."))  # going in forgets earlier ones
    return response


@blueprint.get("/undo/<token>")
@holders(loads=a_way_back)
def revert_page(held: Held) -> ResponseReturnValue:
    old, now = held.seen.address, held.seen.member.email
    return render_template("members/revert.html", form=PressForm(), old=old, now=now)


@blueprint.post("/undo/<token>")
@holders(loads=a_way_back)
def revert(held: Held) -> ResponseReturnValue:
    with writing() as db:
        token = revert_address(db, held.within(db), now=clock.now())

    flash(_("Your address is back, and everybody is signed out. Now choose a new password."))
    return redirect(url_for(".reset", token=token))
