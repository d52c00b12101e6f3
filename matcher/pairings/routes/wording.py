"""Wording a point: a new one, one said better, and what the mentor says beside it."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.pairings.forms.points import (
    LABELS,
    LABELS_OF_MENTOR,
    AgendaForm,
    CommentForm,
    StepForm,
    TextPointForm,
)
from matcher.pairings.models import Pairing, Point, PointKind
from matcher.pairings.policy import may_comment, may_enter, may_own_point
from matcher.pairings.queries import points as queries
from matcher.pairings.routes.points import OfPoint, back
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services import points as services
from matcher.pairings.views.writing import WritingPage
from matcher.web.policy import allows
from matcher.web.session import writing
from matcher.web.words import _

TITLES = {
    PointKind.GOAL: N_("A new goal"),
    PointKind.AGENDA: N_("Something to talk about"),
    PointKind.ABLE: N_("What I can do alone"),
}


@blueprint.get("/goals/new/<point_kind>")
@allows(may_enter, loads=queries.find_to_write)
def new_point(permit: OfTwo) -> ResponseReturnValue:
    return _new(permit, _form_of(permit, is_sent=False))


@blueprint.post("/goals/new/<point_kind>")
@allows(may_enter, loads=queries.find_to_write)
def add_point(permit: OfTwo) -> ResponseReturnValue:
    form = _form_of(permit, is_sent=True)
    if not form.accepted():
        return _new(permit, form)
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            kind = PointKind(permit.address["point_kind"])
            services.add_point(db, pairing, kind, form.written(), by=member, now=clock.now())
    except RuleBroken as refused:
        form.refuse(form.text, refused.sentence)
        return _new(permit, form)
    is_mentee = _side(permit) == Side.MENTEE
    flash(_("Written down.") if is_mentee else _("Proposed. It stays grey until it is taken."))
    return back(permit)


@blueprint.get("/goals/<uuid:point_id>/change")
@allows(may_own_point, loads=queries.find_point)
def reword_point(permit: OfPoint) -> ResponseReturnValue:
    _member, point = permit.seen
    return _change(permit, _form_for(point, is_sent=False))


@blueprint.post("/goals/<uuid:point_id>/change")
@allows(may_own_point, loads=queries.find_point)
def change_point(permit: OfPoint) -> ResponseReturnValue:
    form = _form_for(permit.seen[1], is_sent=True)
    if not form.accepted():
        return _change(permit, form)
    with writing() as db:
        _member, point = permit.within(db)
        services.reword_point(point, form.written())
    return back(permit)


@blueprint.get("/goals/<uuid:point_id>/comment")
@allows(may_comment, loads=queries.find_point)
def commenting(permit: OfPoint) -> ResponseReturnValue:
    return _comment(permit, CommentForm(None, data={"comment": permit.seen[1].comment}))


@blueprint.post("/goals/<uuid:point_id>/comment")
@allows(may_comment, loads=queries.find_point)
def comment(permit: OfPoint) -> ResponseReturnValue:
    form = CommentForm()
    if not form.accepted():
        return _comment(permit, form)
    with writing() as db:
        _member, point = permit.within(db)
        services.comment_on(point, form.comment.data or "")
    return back(permit)


def _side(permit: OfTwo) -> Side | None:
    member, pairing = permit.seen
    return pairing.side_of(member)


def _form_of(permit: OfTwo, *, is_sent: bool) -> TextPointForm:
    kind = PointKind(permit.address["point_kind"])
    made = AgendaForm if kind == PointKind.AGENDA else TextPointForm
    form = made() if is_sent else made(None)
    labels = LABELS if _side(permit) == Side.MENTEE else LABELS_OF_MENTOR
    form.text.label.text = _(labels.get(kind, LABELS[kind]))
    return form


def _form_for(point: Point, *, is_sent: bool) -> TextPointForm | StepForm:
    given = point.text or {}
    if point.kind == PointKind.STEP:
        filled = {"moment": given["if"], "deed": given["then"]}
        return StepForm() if is_sent else StepForm(None, data=filled)
    made = AgendaForm if point.kind == PointKind.AGENDA else TextPointForm
    form = made() if is_sent else made(None, data=given)
    form.text.label.text = _(LABELS[point.kind])
    return form


def _new(permit: OfTwo, form: TextPointForm) -> ResponseReturnValue:
    _member, pairing = permit.seen
    kind, is_mentee = PointKind(permit.address["point_kind"]), _side(permit) == Side.MENTEE
    lead = "" if is_mentee else _("%(name)s decides whether to take it.", name=pairing.mentee.name)
    button = _("Write it down") if is_mentee else _("Propose it")
    return _written(pairing, _(TITLES[kind]), lead, button, form)


def _change(permit: OfPoint, form: TextPointForm | StepForm) -> ResponseReturnValue:
    return _written(permit.seen[1].pairing, _("Word it anew"), "", _("Keep it"), form)


def _comment(permit: OfPoint, form: CommentForm) -> ResponseReturnValue:
    pairing = permit.seen[1].pairing
    lead = _("%(name)s reads it beside the point. Ideas rather than orders.")
    lead = lead % {"name": pairing.mentee.name}
    return _written(pairing, _("Your comment"), lead, _("Keep it"), form)


def _written(
    pairing: Pairing,
    title: str,
    lead: str,
    button: str,
    form: TextPointForm | StepForm | CommentForm,
) -> ResponseReturnValue:
    contact = pairing.programme.contact.name
    page = WritingPage(
        id=pairing.id,
        title=title,
        lead=lead,
        button=button,
        back="pairings.goals",
        who=("two", _("You two; %(name)s sees only how many", name=contact)),
    )
    return render_template("pairings/write.html", page=page, form=form), form.status
