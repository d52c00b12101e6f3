"""The library as its coordinators keep it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member
from matcher.pairings.forms import PressForm
from matcher.pairings.forms.library import ResourceForm
from matcher.pairings.models import Resource
from matcher.pairings.policy import may_keep_resource
from matcher.pairings.queries import library as queries
from matcher.pairings.services import library as services
from matcher.pairings.times import local_day
from matcher.pairings.views.resources import keepers_page
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

resources = Blueprint(
    "resources", __name__, url_prefix="/coordination/<uuid:programme_id>/resources"
)

OfProgramme = Permit[Member, Programme]
OfResource = Permit[Member, Resource]


@resources.get("")
@allows(may_coordinate, loads=find_coordinated)
def index(permit: OfProgramme) -> ResponseReturnValue:
    _member, programme = permit.seen
    db = reading()
    page = keepers_page(
        programme,
        queries.list_resources(db, programme.id),
        queries.count_tried(db, programme.id),
        queries.list_reasons(db, programme.id),
        language=language(),
        today=local_day(clock.now(), programme.zone),
    )
    return render_template("resources/index.html", page=page, press=PressForm())


@resources.get("/new")
@allows(may_coordinate, loads=find_coordinated)
def new(permit: OfProgramme) -> ResponseReturnValue:
    return _form(permit, ResourceForm(None))


@resources.post("/new")
@allows(may_coordinate, loads=find_coordinated)
def add(permit: OfProgramme) -> ResponseReturnValue:
    form = ResourceForm()
    if not form.accepted():
        return _form(permit, form)
    try:
        with writing() as db:
            member, programme = permit.within(db)
            now = clock.now()
            today = local_day(now, programme.zone)
            services.add_resource(db, programme, form.texts(), by=member, now=now, today=today)
    except RuleBroken as refused:
        form.refuse(form.name_nl, refused.sentence)
        return _form(permit, form)
    flash(_("It stands in the library."))
    return _back(permit)


@resources.get("/<uuid:resource_id>")
@allows(may_keep_resource, loads=queries.find_resource)
def edit(permit: OfResource) -> ResponseReturnValue:
    _member, resource = permit.seen
    given = {name: getattr(resource, name) for name in services.TEXTS}
    return _form(permit, ResourceForm(None, data=given))


@resources.post("/<uuid:resource_id>")
@allows(may_keep_resource, loads=queries.find_resource)
def change(permit: OfResource) -> ResponseReturnValue:
    form = ResourceForm()
    if not form.accepted():
        return _form(permit, form)
    try:
        with writing() as db:
            _member, resource = permit.within(db)
            services.change_resource(resource, form.texts())
    except RuleBroken as refused:
        form.refuse(form.name_nl, refused.sentence)
        return _form(permit, form)
    flash(_("Changed."))
    return _back(permit)


@resources.post("/<uuid:resource_id>/checked")
@allows(may_keep_resource, loads=queries.find_resource)
def check(permit: OfResource) -> ResponseReturnValue:
    with writing() as db:
        member, resource = permit.within(db)
        today = local_day(clock.now(), resource.programme.zone)
        services.check_resource(resource, by=member, today=today)
    flash(_("Checked today."))
    return _back(permit)


@resources.post("/<uuid:resource_id>/retire")
@allows(may_keep_resource, loads=queries.find_resource)
def retire(permit: OfResource) -> ResponseReturnValue:
    with writing() as db:
        member, resource = permit.within(db)
        services.retire_resource(db, resource, by=member, now=clock.now())
    flash(_("Taken away. You can put it back below."))
    return _back(permit)


@resources.post("/<uuid:resource_id>/restore")
@allows(may_keep_resource, loads=queries.find_resource)
def restore(permit: OfResource) -> ResponseReturnValue:
    with writing() as db:
        member, resource = permit.within(db)
        services.restore_resource(db, resource, by=member, now=clock.now())
    flash(_("It stands in the library again."))
    return _back(permit)


def _form(permit: OfProgramme | OfResource, form: ResourceForm) -> ResponseReturnValue:
    programme_id, is_new = permit.address["programme_id"], "resource_id" not in permit.address
    page = render_template(
        "resources/edit.html", form=form, programme_id=programme_id, is_new=is_new
    )
    return page, form.status


def _back(permit: OfProgramme | OfResource) -> ResponseReturnValue:
    return redirect(url_for(".index", programme_id=permit.address["programme_id"]))
