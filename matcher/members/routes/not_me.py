"""Somebody signed in, and it was not the member: out with everybody, and a new password."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.forms import PressForm
from matcher.members.login import forget
from matcher.members.models import OneTimeLink, Purpose
from matcher.members.routes.doors import end_what_is_here
from matcher.members.routes.links import link_for
from matcher.members.routes.rooms import blueprint
from matcher.members.services.browsers import disown
from matcher.web.policy import Ticket, holders
from matcher.web.session import writing
from matcher.web.words import _

Held = Ticket[OneTimeLink]
a_way_out = link_for(Purpose.NOT_ME)


@blueprint.get("/not-me/<token>")
@holders(loads=a_way_out)
def not_me_page(held: Held) -> ResponseReturnValue:
    """Show a button: mail programs open links too, and must sign nobody out."""
    at = held.seen.made_at
    return render_template("members/not_me.html", form=PressForm(), at=at)


@blueprint.post("/not-me/<token>")
@holders(loads=a_way_out)
def not_me(held: Held) -> ResponseReturnValue:
    with writing() as db:
        link = held.within(db)
        end_what_is_here(db)  # whoever it is: this browser forgets them
        token = disown(db, link, now=clock.now())
    response = redirect(url_for(".reset", token=token))
    forget(response)
    flash(_("Everybody is signed out. Choose a new password now."))
    return response
