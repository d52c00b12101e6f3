"""Changing a programme, section by section; opening and closing it; who looks after it."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.words import sentence
from matcher.members.models import Member
from matcher.members.queries import find_by_email
from matcher.programmes.forms.programmes import programme_form
from matcher.programmes.forms.settings import CoordinatorForm, ProgrammeForm
from matcher.programmes.models import Programme, ProgrammeState
from matcher.programmes.models.choices import ADMISSION, CRITERIA
from matcher.programmes.policy import may_coordinate, may_name_coordinators
from matcher.programmes.queries.programmes import (
    find_coordinated,
    find_governed,
    find_its_section,
    list_coordinators,
)
from matcher.programmes.routes.programmes import UNKNOWN
from matcher.programmes.routes.rooms import programmes
from matcher.programmes.services.coordinators import dismiss_coordinator, name_coordinator
from matcher.programmes.services.meanwhile import SectionChanged, mark_of, refuse_stale
from matcher.programmes.services.programmes import move_programme, save_programme
from matcher.programmes.topics import topics
from matcher.programmes.views.editing import EditPage, edit_page
from matcher.programmes.views.sign_up import topic_groups
from matcher.web.forms import Form
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Looked = Permit[Member, Programme]
ADDRESS = "/coordination/<uuid:programme_id>/programme"


@programmes.get(ADDRESS)
@allows(may_coordinate, loads=find_coordinated)
def edit(permit: Looked) -> ResponseReturnValue:
    return render_template("programmes/edit.html", page=_page(permit), form=Form())


@programmes.get(f"{ADDRESS}/<section>")
@allows(may_coordinate, loads=find_its_section)
def section(permit: Looked) -> ResponseReturnValue:
    return _section(permit, programme_form(permit.seen[1], _asked(permit)))


@programmes.post(f"{ADDRESS}/<section>")
@allows(may_coordinate, loads=find_its_section)
def save(permit: Looked) -> ResponseReturnValue:
    form = programme_form(permit.seen[1], _asked(permit))
    if not form.accepted() or not _knows_people(form):
        return _section(permit, form)
    asked, seen = _asked(permit), request.form.get("seen", "")
    try:
        with writing() as db:
            coordinator, programme = permit.within(db)
            values = _with_people(db, form.values())
            refuse_stale(db, programme, asked, values, seen=seen)
            save_programme(db, programme, asked, values, by=coordinator, now=clock.now())
    except SectionChanged as theirs:
        reading().rollback()
        return _section(permit, form, theirs)
    flash(_("Saved."))
    return redirect(url_for(".edit", programme_id=permit.address["programme_id"]))


@programmes.post(f"{ADDRESS}/open")
@allows(may_coordinate, loads=find_coordinated)
def open_up(permit: Looked) -> ResponseReturnValue:
    return _move(permit, ProgrammeState.OPEN, _("Open: people can sign up now."))


@programmes.get(f"{ADDRESS}/close")
@allows(may_coordinate, loads=find_coordinated)
def closing(permit: Looked) -> ResponseReturnValue:
    return render_template("programmes/close.html", page=_page(permit), form=Form())


@programmes.post(f"{ADDRESS}/close")
@allows(may_coordinate, loads=find_coordinated)
def close(permit: Looked) -> ResponseReturnValue:
    return _move(permit, ProgrammeState.CLOSED, _("Closed: nobody new can sign up."))


@programmes.get(f"{ADDRESS}/team")
@allows(may_name_coordinators, loads=find_governed)
def team(permit: Looked) -> ResponseReturnValue:
    return _team(permit, CoordinatorForm())


@programmes.post(f"{ADDRESS}/team")
@allows(may_name_coordinators, loads=find_governed)
def name(permit: Looked) -> ResponseReturnValue:
    form = CoordinatorForm()
    if not form.accepted() or not _is_known(form, "email"):
        return _team(permit, form)
    with writing() as db:
        administrator, programme = permit.within(db)
        member = find_by_email(db, form.email.data or "") or abort(404)
        name_coordinator(db, programme, member, by=administrator, now=clock.now())
    flash(_("Named: they see the programme when they next open a page."))
    return redirect(url_for(".team", **permit.address))


@programmes.post(f"{ADDRESS}/team/dismiss")
@allows(may_name_coordinators, loads=find_governed)
def dismiss(permit: Looked) -> ResponseReturnValue:
    form = CoordinatorForm()
    if not form.accepted() or not _is_known(form, "email"):
        return _team(permit, form)
    with writing() as db:
        administrator, programme = permit.within(db)
        member = find_by_email(db, form.email.data or "") or abort(404)
        dismiss_coordinator(db, programme, member, by=administrator, now=clock.now())
    flash(_("They no longer look after this programme."))
    return redirect(url_for(".team", **permit.address))


def _asked(permit: Looked) -> str:
    asked: str = permit.address["section"]
    return asked


def _page(permit: Looked) -> EditPage:
    member, programme = permit.seen
    people = list_coordinators(reading(), programme)
    return edit_page(programme, people, seen_by=member, language=language())


def _section(
    permit: Looked, form: ProgrammeForm, theirs: SectionChanged | None = None
) -> ResponseReturnValue:
    """Show a section. If a colleague changed it meanwhile: both versions, nothing is lost."""
    member, programme = permit.seen
    asked = _asked(permit)
    page = edit_page(programme, (), seen_by=member, language=language())
    shown = render_template(
        "programmes/section.html",
        page=page,
        part=next(each for each in page.parts if each.section == asked),
        form=form,
        groups=topic_groups(list(topics()), language()) if asked == "people" else (),
        criteria=list(CRITERIA),
        items=list(ADMISSION),
        seen=mark_of(programme, form.names),
        changed_by=theirs.by if theirs else None,
    )
    return shown, 409 if theirs else form.status


def _team(permit: Looked, form: CoordinatorForm) -> ResponseReturnValue:
    return render_template("programmes/team.html", page=_page(permit), form=form), form.status


def _move(permit: Looked, to: ProgrammeState, done: str) -> ResponseReturnValue:
    with writing() as db:
        coordinator, programme = permit.within(db)
        move_programme(db, programme, to, by=coordinator, now=clock.now())
    flash(done)
    return redirect(url_for(".edit", **permit.address))


def _knows_people(form: ProgrammeForm) -> bool:
    """Whether contact person and stand-in, where a section asks for them, are members here."""
    known = [_is_known(form, field) for field in PEOPLE if field in form]
    return all(known)


def _is_known(form: Form, field: str) -> bool:
    typed = form[field].data
    if not typed or find_by_email(reading(), typed):
        return True
    form.refuse(form[field], sentence(UNKNOWN))
    return False


def _with_people(db: Session, values: dict[str, Any]) -> dict[str, Any]:
    people = {
        name: find_by_email(db, values[name]) if values[name] else None
        for name in PEOPLE
        if name in values
    }
    return values | people


PEOPLE = ("contact", "stand_in")
