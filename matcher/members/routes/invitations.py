"""An invitation: whoever a coordinator brought in chooses a password, and goes on to confirm."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.forms import NewPasswordForm
from matcher.members.login import current_member, hasher
from matcher.members.models import OneTimeLink, Purpose
from matcher.members.routes.doors import go_in, let_in
from matcher.members.routes.links import link_for, onward_from
from matcher.members.routes.rooms import blueprint
from matcher.members.services.accounts import set_password_by_link
from matcher.members.views import Invited, invited
from matcher.web.policy import Ticket, holders
from matcher.web.session import reading, writing

Held = Ticket[OneTimeLink]
an_invitation = link_for(Purpose.INVITATION)


@blueprint.get("/invitation/<token>")
@holders(loads=an_invitation)
def accept_invitation(held: Held) -> ResponseReturnValue:
    return _page(held, NewPasswordForm())


@blueprint.post("/invitation/<token>")
@holders(loads=an_invitation)
def take_invitation(held: Held) -> ResponseReturnValue:
    """Take an invitation. Only for the person it names: not while another is signed in here."""
    guest = _guest(held)
    form = NewPasswordForm()
    form.password.about = [guest.name, guest.email]
    if guest.stands_aside or not form.accepted():
        return _page(held, form)

    fresh = hasher().hash(form.password.data)
    with writing() as db:
        link = held.within(db)
        onward = onward_from(link)
        member = set_password_by_link(db, link, fresh, now=clock.now())
        token = let_in(db, member)
    return go_in(token, guest.email, onward)


def _guest(held: Held) -> Invited:
    return invited(held.seen, here=current_member(reading()))


def _page(held: Held, form: NewPasswordForm) -> ResponseReturnValue:
    guest = _guest(held)
    if guest.is_here:
        return redirect(onward_from(held.seen))
    onward = url_for(".sign_in", next=onward_from(held.seen))
    page = render_template("members/invitation.html", form=form, guest=guest, sign_in=onward)
    return page, 409 if guest.stands_aside and form.is_submitted() else form.status
