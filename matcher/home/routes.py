"""The first pages: for visitors, for members, and for whoever sets the service up."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.home.queries import has_members, list_bonds, list_open_programmes, list_places
from matcher.home.views import all_tips, hello, my_page, open_programmes
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading
from matcher.web.words import language, zone

blueprint = Blueprint("home", __name__)

Myself = Permit[Member, Member]


@blueprint.get("/")
@anyone
def start() -> ResponseReturnValue:
    programmes = list_open_programmes(reading(), today=clock.today())
    if not programmes and not has_members(reading()):
        return redirect(url_for("home.first_run"))
    shown = open_programmes(programmes, language())
    return render_template("home/start.html", tips_in_short=all_tips(), programmes=shown)


@blueprint.get("/home")
@allows(is_oneself, loads=find_me)
def mine(permit: Myself) -> ResponseReturnValue:
    member, _ = permit.seen
    now = clock.now()
    places = list_places(reading(), member)
    bonds = list_bonds(reading(), member, now=now)
    page = my_page(member, places, bonds, language())
    greeting = hello(now.astimezone(zone()), member.name)
    return render_template("home/mine.html", page=page, greeting=greeting)


@blueprint.get("/tips")
@anyone
def tips() -> ResponseReturnValue:
    return render_template("home/tips.html", tips=all_tips())


@blueprint.get("/how-it-works")
@anyone
def how() -> ResponseReturnValue:
    return render_template("home/how.html")


@blueprint.get("/for-organisations")
@anyone
def organisations() -> ResponseReturnValue:
    return render_template("home/organisations.html")


@blueprint.get("/privacy")
@anyone
def privacy() -> ResponseReturnValue:
    return render_template("home/privacy.html")


@blueprint.get("/accessibility")
@anyone
def accessibility() -> ResponseReturnValue:
    return render_template("home/accessibility.html")
