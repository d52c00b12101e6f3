"""Telling something in confidence: to one named person, from every screen."""

from flask import render_template
from flask.typing import ResponseReturnValue

from matcher.feedback import services
from matcher.feedback.forms.telling import ConcernForm, concern_form
from matcher.feedback.models import ConcernAbout
from matcher.feedback.queries import list_confidants, list_ways
from matcher.feedback.routes.rooms import blueprint
from matcher.feedback.views.concerns import ConcernPage, concern_page
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import language

Myself = Permit[Member, Member]


@blueprint.get("/concern")
@allows(is_oneself, loads=find_me)
def concern(permit: Myself) -> ResponseReturnValue:
    page = _page(permit)
    return _ask(page, concern_form(page.ways))


@blueprint.post("/concern")
@allows(is_oneself, loads=find_me)
def send_concern(permit: Myself) -> ResponseReturnValue:
    page = _page(permit)
    form = concern_form(page.ways)
    if not page.ways or not form.accepted():
        return _ask(page, form)

    telling = services.Telling(
        about=ConcernAbout(form.about.data),
        text=form.text.data or "",
        reach_by=form.reach_by.data or "",
    )
    with writing() as db:
        member, _ = permit.within(db)
        way = next(each for each in list_ways(db, member) if each.key == form.way.data)
        told = services.send_concern(db, way, telling, by=member, now=clock.now())
        reader = db.get_one(Member, told.to_id).name
    return render_template("feedback/told_thanks.html", page=page, reader=reader)


def _page(permit: Myself) -> ConcernPage:
    member, _ = permit.seen
    ways = list_ways(reading(), member)
    programmes = [each.enrolment.programme_id for each in ways]
    grants = list_confidants(reading(), programmes) if programmes else []
    return concern_page(ways, grants, member, language())


def _ask(page: ConcernPage, form: ConcernForm) -> ResponseReturnValue:
    return render_template("feedback/concern.html", page=page, form=form), form.status
