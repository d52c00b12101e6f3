"""Programmes as visitors see them, and making a new one."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.login import current_member
from matcher.members.models import Member
from matcher.members.queries import find_by_email, find_me
from matcher.programmes.forms.fields import listed
from matcher.programmes.forms.settings import NewProgrammeForm
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate, may_create_programmes
from matcher.programmes.queries import find_coordinated, find_open_programme, list_open_programmes
from matcher.programmes.queries.enrolments import list_sign_ups
from matcher.programmes.queries.programmes import list_to_begin_from
from matcher.programmes.routes.rooms import programmes
from matcher.programmes.services.programmes import NewProgramme, begin_from, create_programme
from matcher.programmes.views.programmes import in_list, programme_page
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading, writing
from matcher.web.words import _, language

UNKNOWN = N_("Nobody here has this address. They need an account first.")


@programmes.get("/programmes")
@anyone
def index() -> ResponseReturnValue:
    found = in_list(list_open_programmes(reading()), language())
    return render_template("programmes/index.html", programmes=found)


@programmes.get("/programmes/<address>")
@anyone
def show(address: str) -> ResponseReturnValue:
    programme = find_open_programme(reading(), address) or abort(404)
    return _page(programme, is_preview=False)


@programmes.get("/coordination/<uuid:programme_id>/programme/preview")
@allows(may_coordinate, loads=find_coordinated)
def preview(permit: Permit[Member, Programme]) -> ResponseReturnValue:
    _, programme = permit.seen
    return _page(programme, is_preview=True)


@programmes.get("/coordination/programmes/new")
@allows(may_create_programmes, loads=find_me)
def new(permit: Permit[Member, Member]) -> ResponseReturnValue:
    return _new(permit, _form(permit))


@programmes.post("/coordination/programmes/new")
@allows(may_create_programmes, loads=find_me)
def create(permit: Permit[Member, Member]) -> ResponseReturnValue:
    form = _form(permit)
    if not form.accepted() or not _is_known(form):
        return _new(permit, form)
    begun = NewProgramme(**{name: form.data[name] or "" for name in NEW})
    with writing() as db:
        member, _me = permit.within(db)
        named = find_by_email(db, form.coordinator.data or "") if _names_another(form) else None
        now = clock.now()
        made = create_programme(db, begun, coordinator=named or member, by=member, now=now)
        for each in list_to_begin_from(db, seen_by=member):
            if str(each.id) == form.begin_from.data:
                begin_from(db, made, each, by=member, now=now)
        looks_after = named is None or named is member
        programme_id = made.id
    flash(_("The programme is made. Everything has a good beginning; change what you like."))
    page = "programmes.edit" if looks_after else "programmes.team"
    return redirect(url_for(page, programme_id=programme_id))


NEW = ("name_en", "name_nl", "about_en", "about_nl")


def _page(programme: Programme, *, is_preview: bool) -> ResponseReturnValue:
    member = current_member(reading())
    mine = list_sign_ups(reading(), member, programme) if member else ()
    page = programme_page(programme, mine, language=language(), today=clock.today())
    return render_template("programmes/show.html", page=page, is_preview=is_preview)


def _form(permit: Permit[Member, Member]) -> NewProgrammeForm:
    """Administrators may name somebody else; a coordinator looks after what they make."""
    member, _me = permit.seen
    form = NewProgrammeForm()
    others = list_to_begin_from(reading(), seen_by=member)
    named = [(str(each.id), each.name(language())) for each in others]
    form.begin_from.choices = listed([("", _("Nothing: with good defaults")), *named])
    if not member.is_administrator:
        del form.coordinator
    return form


def _names_another(form: NewProgrammeForm) -> bool:
    return "coordinator" in form and bool(form.coordinator.data)


def _is_known(form: NewProgrammeForm) -> bool:
    if not _names_another(form) or find_by_email(reading(), form.coordinator.data or ""):
        return True
    form.refuse(form.coordinator, sentence(UNKNOWN))
    return False


def _new(_permit: Permit[Member, Member], form: NewProgrammeForm) -> ResponseReturnValue:
    return render_template("programmes/new.html", form=form), form.status
