"""Arranging a meeting, and noting how it went."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.pairings.calendars import calendar_file
from matcher.pairings.forms import AgreeForm, HeldForm, OutcomeForm, PlanForm, PressForm
from matcher.pairings.models import Meeting
from matcher.pairings.policy import may_arrange, may_enter, may_own_points
from matcher.pairings.queries import find_meeting, find_pairing
from matcher.pairings.routes.rooms import OfMeeting, OfTwo, blueprint
from matcher.pairings.routes.space import page
from matcher.pairings.services import meetings as services
from matcher.pairings.services.meetings import Outcome
from matcher.pairings.times import local_day
from matcher.pairings.views import plan_page
from matcher.web.policy import allows
from matcher.web.session import writing
from matcher.web.words import _, zone


@blueprint.get("/meetings/new")
@allows(may_enter, loads=find_pairing)
def plan(permit: OfTwo) -> ResponseReturnValue:
    return _plan(permit, PlanForm(request.args if request.args else None, zone=str(zone())))


@blueprint.post("/meetings/new")
@allows(may_enter, loads=find_pairing)
def plan_meeting(permit: OfTwo) -> ResponseReturnValue:
    form = PlanForm(zone=str(zone()))
    if not form.accepted():
        return _plan(permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            services.propose_meeting(db, pairing, form.plan(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.on, refused.sentence)
        return _plan(permit, form)
    return _back(permit, _("Your proposal is on its way."))


@blueprint.get("/meetings/<uuid:meeting_id>/change")
@allows(may_arrange, loads=find_meeting)
def change(permit: OfMeeting) -> ResponseReturnValue:
    _member, meeting = permit.seen
    return _change(permit, PlanForm(None, data=_filled(meeting), zone=str(zone())))


@blueprint.post("/meetings/<uuid:meeting_id>/change")
@allows(may_arrange, loads=find_meeting)
def change_meeting(permit: OfMeeting) -> ResponseReturnValue:
    form = PlanForm(zone=str(zone()))
    if not form.accepted():
        return _change(permit, form)
    try:
        with writing() as db:
            member, meeting = permit.within(db)
            services.change_meeting(db, meeting, form.plan(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.on, refused.sentence)
        return _change(permit, form)
    return _back(permit, _("Your proposal is on its way."))


@blueprint.post("/meetings/<uuid:meeting_id>/agree")
@allows(may_arrange, loads=find_meeting)
def agree(permit: OfMeeting) -> ResponseReturnValue:
    at = AgreeForm().moment()
    with writing() as db:
        member, meeting = permit.within(db)
        services.agree_to_meeting(db, meeting, at, by=member, now=clock.now())
    return _back(permit, _("It is planned. You both get a mail for your calendars."))


@blueprint.post("/meetings/<uuid:meeting_id>/cancel")
@allows(may_arrange, loads=find_meeting)
def cancel(permit: OfMeeting) -> ResponseReturnValue:
    with writing() as db:
        member, meeting = permit.within(db)
        services.cancel_meeting(db, meeting, by=member, now=clock.now())
    return _back(permit, _("The meeting is off. The other one gets a mail."))


@blueprint.get("/meetings/<uuid:meeting_id>.ics")
@allows(may_arrange, loads=find_meeting)
def calendar(permit: OfMeeting) -> ResponseReturnValue:
    """Give the meeting as a file for one's calendar."""
    member, meeting = permit.seen
    written = calendar_file(meeting, member, now=clock.now())
    named = {"Content-Disposition": "attachment; filename=meeting.ics"}
    return Response(written, mimetype="text/calendar", headers=named)


@blueprint.post("/meetings/<uuid:meeting_id>/log")
@allows(may_arrange, loads=find_meeting)
def log_meeting(permit: OfMeeting) -> ResponseReturnValue:
    form = OutcomeForm()
    if not form.accepted():
        return _back(permit, _("Say how it went: press one of the buttons."))
    with writing() as db:
        member, meeting = permit.within(db)
        outcome = Outcome(form.outcome.data)
        services.log_meeting(db, meeting, outcome, by=member, now=clock.now())
        decides = outcome == Outcome.HELD and may_own_points(member, meeting.pairing)
    if decides:  # while it is fresh: the page asks what they decided
        flash(_("Noted, thank you."))
        return redirect(url_for(".goals", pairing_id=permit.address["pairing_id"]))
    return _back(permit, _("Noted, thank you."))


@blueprint.post("/meetings/held")
@allows(may_enter, loads=find_pairing)
def log_unplanned(permit: OfTwo) -> ResponseReturnValue:
    form = HeldForm()
    if not form.accepted():
        return page(permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            on = form.on.data or clock.today()
            services.log_unplanned(db, pairing, on, by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.on, refused.sentence)
        return page(permit, form)
    return _back(permit, _("Noted, thank you."))


def _filled(meeting: Meeting) -> dict[str, object]:
    local = meeting.starts_at.astimezone(zone())
    return {
        "on": local_day(meeting.starts_at, str(zone())),
        "at": local.time(),
        "minutes": meeting.minutes,
        "online": "online" if meeting.online else "in_person",
        "where": meeting.where,
    }


def _plan(permit: OfTwo, form: PlanForm) -> ResponseReturnValue:
    member, pairing = permit.seen
    view = plan_page(member, pairing, now=clock.now())
    return render_template("pairings/plan.html", page=view, form=form), form.status


def _change(permit: OfMeeting, form: PlanForm) -> ResponseReturnValue:
    member, meeting = permit.seen
    view = plan_page(member, meeting.pairing, meeting=meeting, now=clock.now())
    press = PressForm()
    return render_template("pairings/plan.html", page=view, form=form, press=press), form.status


def _back(permit: OfTwo | OfMeeting, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".show", pairing_id=permit.address["pairing_id"]))
