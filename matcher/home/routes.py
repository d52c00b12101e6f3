"""The first pages: for visitors, for members, and for whoever sets the service up."""

from flask import Blueprint, abort, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.greeting import hello
from matcher.home.forms import FirstRunForm
from matcher.home.queries import has_members, list_bonds, list_open_programmes, list_places
from matcher.home.services import FirstPerson, begin_installation
from matcher.home.views import all_tips, my_page, open_programmes
from matcher.members.login import hasher
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.members.routes.doors import go_in, let_in
from matcher.programmes.services.programmes import NewProgramme
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading, writing
from matcher.web.words import language, said, zone

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
    greeting = said(hello(now.astimezone(zone()), member.name))
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


@blueprint.get("/first-run")
@anyone
def first_run() -> ResponseReturnValue:
    _only_while_empty()
    return render_template("home/first_run.html", form=FirstRunForm())


@blueprint.post("/first-run")
@anyone
def begin() -> ResponseReturnValue:
    _only_while_empty()
    form = FirstRunForm()
    form.password.about = [form.name.data or "", form.email.data or ""]
    if not form.accepted():
        return render_template("home/first_run.html", form=form), form.status
    person = FirstPerson(
        name=form.name.data or "",
        email=form.email.data or "",
        password_hash=hasher().hash(form.password.data),
        language=language(),
        zone=current_app.config["ZONE"],
    )
    new = NewProgramme(name_en=form.name_en.data or "", name_nl=form.name_nl.data or "")
    with writing() as db:
        member, programme = begin_installation(db, person, new, now=clock.now())
        token = let_in(db, member)
        onward = url_for("programmes.edit", programme_id=programme.id)
    return go_in(token, person.email, onward)


def _only_while_empty() -> None:
    """Once somebody is here, this page is no longer there for anybody."""
    if has_members(reading()):
        abort(404)
