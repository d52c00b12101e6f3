"""Circles of mentors: a coordinator invites, a mentor says yes or no."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectChoice

from matcher.coordination.forms.circles import CircleForm, ComingForm
from matcher.coordination.policy import is_invited
from matcher.coordination.queries.circles import Invited, find_circle, list_circles, list_mentors
from matcher.coordination.routes.rooms import Programmed, blueprint
from matcher.coordination.services.circles import Gathering, answer_circle, invite_circle
from matcher.coordination.views.circles import circle_lines, circle_page
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

Guest = Permit[Member, Invited]


@blueprint.get("/<uuid:programme_id>/circles")
@allows(may_coordinate, loads=find_coordinated)
def circles(permit: Programmed) -> ResponseReturnValue:
    return _circles(permit, CircleForm(None))


@blueprint.post("/<uuid:programme_id>/circles")
@allows(may_coordinate, loads=find_coordinated)
def invite_mentors(permit: Programmed) -> ResponseReturnValue:
    form = _with_mentors(permit, CircleForm())
    if not form.accepted():
        return _circles(permit, form)
    try:
        with writing() as db:
            member, programme = permit.within(db)
            chosen = set(form.mentors.data or [])
            guests = [each for each in list_mentors(db, programme.id) if str(each.id) in chosen]
            gathering = Gathering(
                starts_at=form.starts_at(), where=form.where.data or "", guests=guests
            )
            invite_circle(db, programme, gathering, by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.mentors, refused.sentence)
        return _circles(permit, form)
    flash(_("Invited. You see here who comes."))
    return redirect(url_for(".circles", **permit.address))


@blueprint.get("/circles/<uuid:circle_id>")
@allows(is_invited, loads=find_circle)
def circle(permit: Guest) -> ResponseReturnValue:
    return _circle(permit, ComingForm(None))


@blueprint.post("/circles/<uuid:circle_id>")
@allows(is_invited, loads=find_circle)
def say_coming(permit: Guest) -> ResponseReturnValue:
    form = ComingForm()
    if not form.accepted():
        return _circle(permit, form)
    with writing() as db:
        _member, invited = permit.within(db)
        says = form.says.data == "yes"
        answer_circle(invited.circle, invited.guest, says=says, now=clock.now())
    flash(_("Thank you. The coordinator sees it."))
    return redirect(url_for(".circle", **permit.address))


def _circles(permit: Programmed, form: CircleForm) -> ResponseReturnValue:
    _member, programme = permit.seen
    return render_template(
        "coordination/circles.html",
        circles=circle_lines(list_circles(reading(), programme.id)),
        programme_id=programme.id,
        form=_with_mentors(permit, form),
    ), form.status


def _with_mentors(permit: Programmed, form: CircleForm) -> CircleForm:
    _member, programme = permit.seen
    form.zone = programme.zone
    mentors = list_mentors(reading(), programme.id)
    form.mentors.choices = [SelectChoice(str(each.id), each.name) for each in mentors]
    return form


def _circle(permit: Guest, form: ComingForm) -> ResponseReturnValue:
    page = circle_page(permit.seen[1], language(), now=clock.now())
    return render_template("coordination/circle.html", page=page, form=form), form.status
