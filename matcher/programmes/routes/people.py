"""A coordinator's list of people, and signing somebody up on their behalf."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.forms.people import OnBehalfForm, SearchForm, blank_search, search_form
from matcher.programmes.models import Enrolment, Programme
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.policy import may_coordinate, may_look_after
from matcher.programmes.queries.checks import checks_of
from matcher.programmes.queries.enrolments import find_person
from matcher.programmes.queries.history import last_mails
from matcher.programmes.queries.people import PAGE, Wanted, count_people, list_people
from matcher.programmes.queries.programmes import find_coordinated
from matcher.programmes.routes.lines import people_lines
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.on_behalf import NewPerson, sign_up_for
from matcher.programmes.services.reminding import REMINDER, remind
from matcher.programmes.views.people import PeoplePage, Place, Reader, in_people, people_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Looked = Permit[Member, Programme]
ADDRESS = "/coordination/<uuid:programme_id>/people"
LAST_PAGE = 10_000
ASKED = ("text", "side", "state", "language", "topic", "incomplete", "returned")


@enrolments.get(ADDRESS)
@allows(may_coordinate, loads=find_coordinated)
def people(permit: Looked) -> ResponseReturnValue:
    programme = permit.seen[1]
    is_asked = any(name in request.args for name in ASKED)
    form = search_form(programme, request.args) if is_asked else None
    page = _list(permit, wanted_people(form) if form else Wanted(page=_number()))
    return render_template(
        "enrolments/people.html",
        page=page,
        lines=people_lines(page.people, programme.id),
        form=form,
        blank=blank_search,
        topics=tuple(programme.topics),
        languages=tuple(programme.languages),
        before=_paged(page.number - 1) if page.number > 1 else None,
        after=_paged(page.number + 1) if page.number * PAGE < page.total else None,
        file_url=_same_list(".take_people_along"),
        write_url=_same_list("desk.write"),
    )


@enrolments.post(f"{ADDRESS}/<uuid:enrolment_id>/reminder")
@allows(may_look_after, loads=find_person)
def send_reminder(permit: Permit[Member, Enrolment]) -> ResponseReturnValue:
    with writing() as db:
        coordinator, enrolment = permit.within(db)
        remind(db, enrolment, by=coordinator, now=clock.now())
        name = enrolment.member.name
    flash(_("%(name)s gets a mail about what is still open.", name=name))
    if request.form.get("to") == "person":
        return redirect(url_for(".person", **permit.address))
    if request.form.get("to") == "ready":
        return redirect(url_for("runs.ready", programme_id=permit.address["programme_id"]))
    return redirect(url_for(".people", programme_id=permit.address["programme_id"]))


@enrolments.get(f"{ADDRESS}/new")
@allows(may_coordinate, loads=find_coordinated)
def on_behalf(permit: Looked) -> ResponseReturnValue:
    return _on_behalf(permit, OnBehalfForm())


@enrolments.post(f"{ADDRESS}/new")
@allows(may_coordinate, loads=find_coordinated)
def enter(permit: Looked) -> ResponseReturnValue:
    form = OnBehalfForm()
    if not form.accepted():
        return _on_behalf(permit, form)
    person = NewPerson(
        name=form.name.data or "",
        email=form.email.data or "",
        phone=form.phone.data or "",
        language=Language(form.language.data),
        why=form.why.data or "",
    )
    side, now = Side(form.side.data), clock.now()
    with writing() as db:
        coordinator, programme = permit.within(db)
        begun = sign_up_for(db, programme, side, person, by=coordinator, now=now).id
    return redirect(url_for(".section", enrolment_id=begun, section=SECTIONS[0]))


def _on_behalf(permit: Looked, form: OnBehalfForm) -> ResponseReturnValue:
    _, programme = permit.seen
    name = programme.name(language())
    shown = render_template(
        "enrolments/on_behalf.html", programme=name, programme_id=programme.id, form=form
    )
    return shown, form.status


def wanted_people(form: SearchForm) -> Wanted:
    """Read the address. What makes no sense there is left out: it is only a way of looking."""
    form.validate()
    asked = {name: field.data or "" for name, field in form._fields.items() if not field.errors}
    return Wanted(
        text=str(asked.get("text", "")),
        side=str(asked.get("side", "")),
        state=str(asked.get("state", "")),
        language=str(asked.get("language", "")),
        topic=str(asked.get("topic", "")),
        incomplete=bool(asked.get("incomplete")),
        returned=bool(asked.get("returned")),
        page=_number(),
    )


def _number() -> int:
    return min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)


def _list(permit: Looked, wanted: Wanted) -> PeoplePage:
    coordinator, programme = permit.seen
    db, reader = reading(), Reader(coordinator, language(), clock.now())
    counts = count_people(db, programme)
    found = list_people(db, programme, wanted, counts=counts)
    checks = checks_of(db, programme, found.people) if found.people else {}
    reminded = last_mails(db, REMINDER, found.people)
    lines = in_people(found.people, checks, reminded, reader)
    place = Place(total=found.total, number=wanted.page)
    return people_page(programme, lines, counts, place, language())


def _paged(number: int) -> str:
    """The same list, on another page."""
    return _same_list(".people", page=number)


def _same_list(endpoint: str, **changed: Any) -> str:
    asked: dict[str, Any] = {name: request.args[name] for name in ASKED if name in request.args}
    return url_for(endpoint, **(request.view_args or {}), **asked, **changed)
