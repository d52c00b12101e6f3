"""Mail to somebody's address came back: they are asked about it as soon as they sign in."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.members.routes.rooms import blueprint
from matcher.members.services.returned import keep_address
from matcher.web.destinations import own_page
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import _

Myself = Permit[Member, Member]


@blueprint.get("/account/address")
@allows(is_oneself, loads=find_me)
def address_back(permit: Myself) -> ResponseReturnValue:
    member, _me = permit.seen
    if member.email_returned_at is None:
        return redirect(_onward())
    since, email = member.email_returned_at, member.email
    return render_template("members/address_back.html", email=email, since=since, next=_onward())


@blueprint.post("/account/address")
@allows(is_oneself, loads=find_me)
def address_is_right(permit: Myself) -> ResponseReturnValue:
    with writing() as db:
        member, _me = permit.within(db)
        keep_address(db, member, now=clock.now())
    flash(_("Thank you. We go on writing to this address."))
    return redirect(_onward())


def _onward() -> str:
    return own_page(request.values.get("next"), url_for("home.mine"))
