"""How signals work in a programme, and who is away."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.coordination.forms.upkeep import AwayForm, ThresholdForm
from matcher.coordination.policy import may_take_back
from matcher.coordination.queries.usefulness import latest_verdicts
from matcher.coordination.routes.rooms import Programmed, blueprint
from matcher.coordination.services.absences import note_absence, take_back_absence
from matcher.coordination.services.thresholds import choose_threshold
from matcher.coordination.views.upkeep import absence_lines, trigger_lines
from matcher.feedback.models import Absence
from matcher.feedback.queries.absences import find_absence, list_absences
from matcher.feedback.services.signals import strict_codes
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _


@blueprint.get("/<uuid:programme_id>/signals")
@allows(may_coordinate, loads=find_coordinated)
def signals(permit: Programmed) -> ResponseReturnValue:
    _member, programme = permit.seen
    db = reading()
    lines = trigger_lines(latest_verdicts(db, programme.id), strict_codes(db, programme.id))
    return render_template("coordination/signals.html", lines=lines, programme_id=programme.id)


@blueprint.post("/<uuid:programme_id>/signals/threshold/<code>")
@allows(may_coordinate, loads=find_coordinated)
def set_threshold(permit: Programmed) -> ResponseReturnValue:
    form = ThresholdForm()
    if form.accepted():
        with writing() as db:
            member, programme = permit.within(db)
            strict, code = form.threshold.data == "strict", str(permit.address["code"])
            choose_threshold(db, programme, code, strict=strict, by=member, now=clock.now())
        flash(_("Noted. Signals that are open stay as they are."))
    else:
        flash(_("Please choose one."))
    return redirect(url_for(".signals", programme_id=permit.address["programme_id"]))


@blueprint.get("/<uuid:programme_id>/away")
@allows(may_coordinate, loads=find_coordinated)
def away(permit: Programmed) -> ResponseReturnValue:
    return _away(permit, AwayForm(None))


@blueprint.post("/<uuid:programme_id>/away")
@allows(may_coordinate, loads=find_coordinated)
def go_away(permit: Programmed) -> ResponseReturnValue:
    form = AwayForm()
    if not form.accepted():
        return _away(permit, form)
    try:
        with writing() as db:
            member, programme = permit.within(db)
            today = clock.today()
            first, last = form.first_day.data or today, form.last_day.data or today
            note_absence(db, programme, first, last, by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.last_day, refused.sentence)
        return _away(permit, form)
    flash(_("Noted. Your stand-in hears what cannot wait."))
    return redirect(url_for(".away", **permit.address))


@blueprint.post("/<uuid:programme_id>/away/<uuid:absence_id>")
@allows(may_take_back, loads=find_absence)
def come_back(permit: Permit[Member, Absence]) -> ResponseReturnValue:
    with writing() as db:
        member, absence = permit.within(db)
        take_back_absence(db, absence, by=member, now=clock.now())
    flash(_("Taken back."))
    return redirect(url_for(".away", programme_id=permit.address["programme_id"]))


def _away(permit: Programmed, form: AwayForm) -> ResponseReturnValue:
    _member, programme = permit.seen
    lines = absence_lines(list_absences(reading(), programme.id, today=clock.today()))
    stand_in = programme.stand_in
    return render_template(
        "coordination/away.html",
        programme_id=programme.id,
        contact=programme.contact.name,
        stand_in=stand_in.name if stand_in else "",
        lines=lines,
        form=form,
    ), form.status
