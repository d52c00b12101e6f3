"""Where a sign-up begins: as mentor, mentee or both."""

from collections.abc import Iterable
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.login import current_member
from matcher.members.models import Member
from matcher.programmes.forms.enrolments import JoinForm
from matcher.programmes.models import Programme
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.queries import find_open_programme
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.sign_up import begin_enrolment, is_open
from matcher.programmes.views.programmes import programme_page
from matcher.web.policy import anyone
from matcher.web.session import reading, writing
from matcher.web.words import language


@enrolments.get("/programmes/<address>/sign-up")
@anyone
def join(address: str) -> ResponseReturnValue:
    programme = find_open_programme(reading(), address) or abort(404)
    return _page(programme, _form())


@enrolments.post("/programmes/<address>/sign-up")
@anyone
def begin(address: str) -> ResponseReturnValue:
    programme = find_open_programme(reading(), address) or abort(404)
    _refuse_late(programme)
    form = _form()
    if not form.accepted():
        return _page(programme, form)
    return _begin_mine(address, form.sides.data)


def _begin_mine(address: str, sides: Iterable[str]) -> ResponseReturnValue:
    with writing() as db:
        member = current_member(db) or abort(401)
        programme = find_open_programme(db, address) or abort(404)
        begun = begin_sides(db, member, programme, sides)
    return redirect(url_for(".section", enrolment_id=begun[0], section=SECTIONS[0]))


def begin_sides(
    db: Session, member: Member, programme: Programme, sides: Iterable[str]
) -> list[UUID]:
    """Begin as mentee first: who is both tells first what they need themselves."""
    now = clock.now()
    chosen = [side for side in Side if str(side) in set(sides)]
    return [begin_enrolment(db, member, programme, side, now=now).id for side in chosen]


def _form() -> JoinForm:
    form = JoinForm()
    if current_member(reading()):
        del form.name, form.email, form.password
    return form


def _page(programme: Programme, form: JoinForm) -> ResponseReturnValue:
    page = programme_page(programme, (), language=language(), today=clock.today())
    return render_template("enrolments/join.html", page=page, form=form), form.status


def _refuse_late(programme: Programme) -> None:
    if not is_open(programme, clock.today()):
        raise RuleBroken(
            N_("Sign-up for this programme has ended. Ask %(name)s whether there is still room."),
            name=programme.contact.name,
        )
