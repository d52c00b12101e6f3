"""One person in a programme, as its coordinators look after them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.forms.people import GroundForm, NoteForm, ShownForm
from matcher.programmes.models import Enrolment
from matcher.programmes.policy import may_look_after
from matcher.programmes.queries.enrolments import find_item, find_person, last_mail, list_checks
from matcher.programmes.queries.history import list_events, name_of
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.admission import (
    Shown,
    erase_check,
    record_check,
    record_ground,
    write_note,
)
from matcher.programmes.services.reminding import REMINDER
from matcher.programmes.views.person import About, person_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Known = Permit[Member, Enrolment]
ADDRESS = "/coordination/<uuid:programme_id>/people/<uuid:enrolment_id>"


@enrolments.get(ADDRESS)
@allows(may_look_after, loads=find_person)
def person(permit: Known) -> ResponseReturnValue:
    return _page(permit)


@enrolments.post(f"{ADDRESS}/shown/<item>")
@allows(may_look_after, loads=find_item)
def record(permit: Known) -> ResponseReturnValue:
    form, item = ShownForm(), str(permit.address["item"])
    right = form.accepted() and form.makes_sense(clock.today())
    if not right or form.done_on.data is None:
        return _page(permit, shown=form, item=item)
    shown = Shown(item=item, done_on=form.done_on.data, expires_on=form.expires_on.data)
    with writing() as db:
        coordinator, enrolment = permit.within(db)
        record_check(db, enrolment, shown, by=coordinator, now=clock.now())
    return _done(permit, _("Recorded."))


@enrolments.post(f"{ADDRESS}/shown/<item>/erase")
@allows(may_look_after, loads=find_item)
def erase(permit: Known) -> ResponseReturnValue:
    with writing() as db:
        coordinator, enrolment = permit.within(db)
        item = str(permit.address["item"])
        erase_check(db, enrolment, item, by=coordinator, now=clock.now())
    return _done(permit, _("Taken back."))


@enrolments.post(f"{ADDRESS}/ground")
@allows(may_look_after, loads=find_person)
def give_ground(permit: Known) -> ResponseReturnValue:
    form = GroundForm()
    if not form.accepted():
        return _page(permit, ground=form)
    with writing() as db:
        coordinator, enrolment = permit.within(db)
        record_ground(db, enrolment, form.ground.data or "", by=coordinator, now=clock.now())
    return _done(permit, _("Recorded: they can be in the next run."))


@enrolments.post(f"{ADDRESS}/note")
@allows(may_look_after, loads=find_person)
def take_note(permit: Known) -> ResponseReturnValue:
    form = NoteForm()
    if not form.accepted():
        return _page(permit, note=form)
    with writing() as db:
        coordinator, enrolment = permit.within(db)
        write_note(db, enrolment, form.note.data or "", by=coordinator, now=clock.now())
    return _done(permit, _("Saved."))


def _page(
    permit: Known,
    *,
    shown: ShownForm | None = None,
    item: str = "",
    ground: GroundForm | None = None,
    note: NoteForm | None = None,
) -> ResponseReturnValue:
    """Show the person. A form that came back stands where it was, with what was typed."""
    _, enrolment = permit.seen
    db, today = reading(), clock.today()
    about = About(
        checks=list_checks(db, enrolment),
        reminded=last_mail(db, REMINDER, enrolment),
        events=list_events(db, enrolment),
        entered_by=name_of(db, enrolment.entered_by_id),
    )
    returned = shown or ground or note
    page = render_template(
        "enrolments/person.html",
        page=person_page(enrolment, about, now=clock.now(), language=language()),
        shown=shown or ShownForm(formdata=None, done_on=today),
        item=item,
        ground=ground or GroundForm(formdata=None),
        note=note or NoteForm(formdata=None, note=enrolment.note or ""),
        returned=returned,
    )
    return page, returned.status if returned else 200


def _done(permit: Known, words: str) -> ResponseReturnValue:
    flash(words)
    known = {name: permit.address[name] for name in ("programme_id", "enrolment_id")}
    return redirect(url_for(".person", **known))
