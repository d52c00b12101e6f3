"""Where a sign-up begins: as mentor, mentee or both."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.doors import kept_if
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.guidance.tips import Side
from matcher.members.login import current_member, expect, hasher
from matcher.members.models import Member
from matcher.members.queries import find_by_email
from matcher.members.routes.guesses import count, guess_for
from matcher.members.services.accounts import NewMember, register, remind, send_confirmation
from matcher.programmes.forms.joining import JoinForm
from matcher.programmes.models import Programme
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.queries import find_open_programme
from matcher.programmes.queries.enrolments import list_sign_ups
from matcher.programmes.routes.rooms import enrolments
from matcher.programmes.services.sign_up import begin_enrolment, is_open
from matcher.programmes.views.programmes import programme_page
from matcher.web.policy import anyone
from matcher.web.session import reading, writing
from matcher.web.words import language

TOO_MANY = N_("There were too many tries. Wait a quarter of an hour, and send it again.")


@enrolments.get("/programmes/<address>/sign-up")
@anyone
def join(address: str) -> ResponseReturnValue:
    programme = find_open_programme(reading(), address) or abort(404)
    return _page(programme, _form(programme))


@enrolments.post("/programmes/<address>/sign-up")
@anyone
def begin(address: str) -> ResponseReturnValue:
    programme = find_open_programme(reading(), address) or abort(404)
    _refuse_late(programme)
    form = _form(programme)
    if not form.accepted():
        return _page(programme, form)
    if current_member(reading()):
        return _begin_mine(address, form)
    if count(guess_for(form.email.data or "", about="sign-up")) is None:
        form.refuse(form.email, sentence(TOO_MANY))
        return _page(programme, form)
    return _begin_as_visitor(address, form)


def _begin_mine(address: str, form: JoinForm) -> ResponseReturnValue:
    with writing() as db:
        member = current_member(db) or abort(401)
        programme = find_open_programme(db, address) or abort(404)
        first = _begin_sides(db, member, programme, form.sides.data)
    return redirect(url_for(".section", enrolment_id=first, section=SECTIONS[0]))


def _begin_as_visitor(address: str, form: JoinForm) -> ResponseReturnValue:
    """Make the account on the way. The answer is alike for an address that has one already."""
    new = NewMember(
        name=form.name.data or "",
        email=form.email.data or "",
        password_hash=hasher().hash(form.password.data),
        language=language(),
    )
    now = clock.now()
    with writing() as db:
        programme = find_open_programme(db, address) or abort(404)
        expected = _register_or_remind(db, new, programme, form.sides.data, now=now)
    expect(expected)
    return render_template("enrolments/mailed.html", email=form.email.data)


def _register_or_remind(
    db: Session, new: NewMember, programme: Programme, sides: list[str], *, now: datetime
) -> UUID:
    """Make an account, or write to whoever has the address. Both are done; one of them is kept.

    So the answer takes as long for an address that has an account: time tells nothing either.
    """
    owner = find_by_email(db, new.email or "")
    mine = new if owner is None else replace(new, email=f"{uuid4()}@nobody.invalid")
    with kept_if(db, owner is None):
        member = register(db, mine, now=now)
        first = _begin_sides(db, member, programme, sides)
        send_confirmation(db, member, now=now, subject_id=first)
        member_id = member.id
        db.flush()
    with kept_if(db, owner is not None):
        remind(db, owner or member, now=now)
        db.flush()
    return member_id if owner is None else uuid4()


def _begin_sides(db: Session, member: Member, programme: Programme, sides: Iterable[str]) -> UUID:
    """Begin as mentee first: who is both tells first what they need themselves."""
    now = clock.now()
    chosen = [side for side in Side if str(side) in set(sides)]
    begun = [begin_enrolment(db, member, programme, side, now=now) for side in chosen]
    return begun[0].id


def _form(programme: Programme) -> JoinForm:
    """Ask a member only what is new: the sides that they are not on yet."""
    form, member = JoinForm(), current_member(reading())
    if member:
        del form.name, form.email, form.password
        mine = list_sign_ups(reading(), member, programme)
        form.leave_out({str(each.side) for each in mine if not each.is_over})
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
