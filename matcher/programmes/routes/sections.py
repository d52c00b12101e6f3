"""Filling a sign-up in, section by section. Every button keeps what was typed."""

from typing import Any

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.forms.enrolments import MOST_PIECES, section_form
from matcher.programmes.forms.sections import SectionForm
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.policy import is_ones_own, may_fill_in
from matcher.programmes.queries.enrolments import find_section
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.sign_up import (
    Answers,
    after,
    pass_section,
    refuse_if_fixed,
    save_answers,
)
from matcher.programmes.views.sign_up import (
    Step,
    days,
    parts,
    step,
    suggested_topics,
    topic_groups,
)
from matcher.web.policy import Permit, allows
from matcher.web.session import writing
from matcher.web.words import clock as hour
from matcher.web.words import language

Filled = Permit[Member, Enrolment]
LONGEST_SEARCH = 60


@enrolments.get("/enrolments/<uuid:enrolment_id>/<section>")
@allows(may_fill_in, loads=find_section)
def section(permit: Filled) -> ResponseReturnValue:
    _, enrolment = permit.seen
    refuse_if_fixed(enrolment, _asked(permit))
    return _page(permit, _form(permit))


@enrolments.post("/enrolments/<uuid:enrolment_id>/<section>")
@allows(may_fill_in, loads=find_section)
def save(permit: Filled) -> ResponseReturnValue:
    form, go = _form(permit), request.form.get("go", "next")
    if not form.accepted() or (go == "next" and not form.is_enough()):
        return _page(permit, form)
    with writing() as db:
        member, enrolment = permit.within(db)
        answers = Answers(_asked(permit), form.values(), _why(form))
        save_answers(db, enrolment, answers, by=member, now=clock.now())
        if go == "next":
            pass_section(enrolment, _asked(permit))
        page = step(enrolment, _asked(permit), seen_by=member, language=language())
    return redirect(_onwards(page, go))


@enrolments.post("/enrolments/<uuid:enrolment_id>/<section>/autosave")
@allows(may_fill_in, loads=find_section)
def autosave(permit: Filled) -> ResponseReturnValue:
    form = _form(permit)
    is_right = form.validate()  # what has to be mended is left as it was, and said when they go on
    with writing() as db:
        member, enrolment = permit.within(db)
        if enrolment.state != EnrolmentState.DRAFT or not is_ones_own(member, enrolment):
            raise RuleBroken(N_("Only your own draft is kept by itself."))
        now = clock.now()
        save_answers(db, enrolment, Answers(_asked(permit), form.values()), by=member, now=now)
    return jsonify(saved=hour(now)), 200 if is_right else 422


def _asked(permit: Filled) -> str:
    asked: str = permit.address["section"]
    return asked


def _form(permit: Filled) -> SectionForm:
    member, enrolment = permit.seen
    for_another = not is_ones_own(member, enrolment)
    return section_form(enrolment, _asked(permit), for_another=for_another, pieces=_pieces())


def _pieces() -> int:
    """How many pieces of own words are shown: as many as were sent, or one more by the button."""
    sent = sum(name.startswith("piece") for name in request.form)
    return sent or request.args.get("pieces", 0, type=int)


def _why(form: SectionForm) -> str:
    return str(form.why.data) if "why" in form else ""


def _page(permit: Filled, form: SectionForm) -> ResponseReturnValue:
    member, enrolment = permit.seen
    name = _asked(permit)
    page = step(enrolment, name, seen_by=member, language=language())
    shown = render_template(
        f"enrolments/{name}.html", page=page, form=form, **_choices(enrolment, name)
    )
    return shown, form.status


def _choices(enrolment: Enrolment, name: str) -> dict[str, Any]:
    """What a section offers besides its form."""
    if name == "topics":
        keys = list(dict.fromkeys([*enrolment.programme.topics, *enrolment.topics]))
        search = request.args.get("q", "")[:LONGEST_SEARCH]
        groups = topic_groups(keys, language(), search=search)
        return {"groups": groups, "search": search, "suggested": suggested_topics(enrolment)}
    if name == "practical":
        return {"days": days(language()), "parts": parts(language())}
    return {}


def _onwards(page: Step, go: str) -> str:
    """Where each button leads."""
    here: dict[str, Any] = {"enrolment_id": page.id, "section": page.section}
    if go == "more":
        number = min(_pieces() + 1, MOST_PIECES)
        return url_for(".section", **here, pieces=number, _anchor=f"piece{number}")
    if go == "search":
        search = request.form.get("q", "")[:LONGEST_SEARCH]
        return url_for(".section", **here, q=search, _anchor="topics")
    if go == "later":
        return _leave(page)
    return _forth(page) if go == "next" else _back(page)


def _forth(page: Step) -> str:
    onwards = after(page.section)
    if onwards == "check" or not page.is_draft or "check" in request.args:
        return url_for(".check", enrolment_id=page.id)
    return url_for(".section", enrolment_id=page.id, section=onwards)


def _back(page: Step) -> str:
    if page.before and page.is_draft:
        return url_for(".section", enrolment_id=page.id, section=page.before)
    return url_for(".check", enrolment_id=page.id)


def _leave(page: Step) -> str:
    if page.on_behalf_of:
        return url_for(".person", programme_id=page.programme_id, enrolment_id=page.id)
    return url_for("home.mine")
