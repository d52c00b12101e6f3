"""Pages for bringing a spreadsheet in."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.files import refuse_hostile
from matcher.programmes.forms.imports import GroundForm, SheetForm
from matcher.programmes.models import Import, Programme
from matcher.programmes.policy import may_coordinate, may_import
from matcher.programmes.queries import find_coordinated
from matcher.programmes.queries.imports import (
    count_effects,
    find_import,
    find_import_job,
    list_found,
    list_imports,
)
from matcher.programmes.services.imports import Sheet, begin_import, cancel_import, confirm_import
from matcher.programmes.views.imports import ImportPage, import_lines, import_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

blueprint = Blueprint("imports", __name__, url_prefix="/coordination/<uuid:programme_id>/import")

Programmed = Permit[Member, Programme]
Imported = Permit[Member, Import]


@blueprint.get("")
@allows(may_coordinate, loads=find_coordinated)
def new(permit: Programmed) -> ResponseReturnValue:
    return _new(permit, SheetForm())


@blueprint.post("")
@allows(may_coordinate, loads=find_coordinated)
def upload(permit: Programmed) -> ResponseReturnValue:
    form = SheetForm()
    if not form.accepted():
        return _new(permit, form)
    sheet = _sheet(form)
    try:
        refuse_hostile(sheet.name, sheet.content)
    except RuleBroken as refused:
        form.refuse(form.sheet, refused.sentence)
        return _new(permit, form)
    with writing() as db:
        coordinator, programme = permit.within(db)
        brought = begin_import(db, programme, sheet, by=coordinator, now=clock.now())
        address = url_for(".show", import_id=brought.id, **permit.address)
    return redirect(address)


@blueprint.get("/<uuid:import_id>")
@allows(may_import, loads=find_import)
def show(permit: Imported) -> ResponseReturnValue:
    return _show(permit, GroundForm())


@blueprint.get("/<uuid:import_id>/progress")
@allows(may_import, loads=find_import)
def progress(permit: Imported) -> ResponseReturnValue:
    return render_template("imports/progress.html", page=_page(permit))


@blueprint.post("/<uuid:import_id>/apply")
@allows(may_import, loads=find_import)
def apply(permit: Imported) -> ResponseReturnValue:
    form = GroundForm()
    if not form.accepted():
        return _show(permit, form)
    with writing() as db:
        coordinator, brought = permit.within(db)
        confirm_import(db, brought, form.ground.data or "", by=coordinator, now=clock.now())
    return redirect(url_for(".show", **permit.address))


@blueprint.post("/<uuid:import_id>/cancel")
@allows(may_import, loads=find_import)
def cancel(permit: Imported) -> ResponseReturnValue:
    with writing() as db:
        coordinator, brought = permit.within(db)
        cancel_import(db, brought, by=coordinator, now=clock.now())
    flash(_("The file was put aside. Nothing of it is kept."))
    return redirect(url_for(".new", programme_id=permit.address["programme_id"]))


def _sheet(form: SheetForm) -> Sheet:
    sent = form.sheet.data
    name = "".join(each for each in (sent.filename or "") if each.isprintable())
    content = sent.read()
    sent.close()  # a large file lies on disk meanwhile
    return Sheet(name=name, content=content, side=Side(form.side.data))


def _new(permit: Programmed, form: SheetForm) -> ResponseReturnValue:
    _coordinator, programme = permit.seen
    earlier = import_lines(list_imports(reading(), programme))
    page = render_template(
        "imports/new.html", form=form, earlier=earlier, programme_id=programme.id
    )
    return page, 422 if form.errors else 200


def _page(permit: Imported) -> ImportPage:
    _coordinator, brought = permit.seen
    db: Session = reading()
    return import_page(
        brought, count_effects(db, brought), list_found(db, brought), find_import_job(db, brought)
    )


def _show(permit: Imported, form: GroundForm) -> ResponseReturnValue:
    return render_template("imports/show.html", page=_page(permit), form=form), form.status
