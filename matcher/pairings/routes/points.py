"""What the mentee works on: goals, points to talk about, steps, and what goes alone by now."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Side, Tip
from matcher.members.models import Member
from matcher.pairings.forms.points import (
    LABELS,
    LABELS_OF_MENTOR,
    AgendaForm,
    CommentForm,
    MoveForm,
    StepForm,
    TextPointForm,
)
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import Pairing, Point, PointKind
from matcher.pairings.policy import may_comment, may_enter, may_own_point, may_own_points
from matcher.pairings.queries import find_pairing
from matcher.pairings.queries import points as queries
from matcher.pairings.routes.opened import Visit
from matcher.pairings.routes.rooms import OfTwo, blueprint
from matcher.pairings.services import points as services
from matcher.pairings.views.points import goals_page, undecided_meeting
from matcher.pairings.views.writing import WritingPage
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfPoint = Permit[Member, Point]
TOLD = {
    "take": N_("It is yours now."),
    "decline": N_("Not taken. That is fine."),
    "finish": N_("Done. Well done."),
    "drop": N_("Put aside. You find it below, should you want it again."),
    "reopen": N_("It is open again."),
}


def line(number: int) -> Sentence:
    if number == 0:
        return sentence(N_("What would the mentee like to reach?"))
    return counted(N_n("%(num)s goal or step open", "%(num)s goals and steps open"), number)


register(
    Leaf(
        50, "goals", Tip.AUTONOMY, N_("Goals and steps"), "pairings.goals", queries.count_open, line
    )
)


@blueprint.get("/goals")
@allows(may_enter, loads=find_pairing)
def goals(permit: OfTwo) -> ResponseReturnValue:
    return _page(permit, StepForm(None))


@blueprint.post("/goals/decided")
@allows(may_own_points, loads=find_pairing)
def decide(permit: OfTwo) -> ResponseReturnValue:
    form = StepForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        held = undecided_meeting(queries.find_board(db, pairing), clock.now())
        services.add_point(
            db,
            pairing,
            PointKind.STEP,
            form.written(),
            by=member,
            now=clock.now(),
            meeting_id=held.id if held else None,
        )
    flash(_("That is a clear step."))
    return redirect(url_for(".goals", **permit.address))


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
    return _back(permit)


@blueprint.post("/goals/<uuid:point_id>")
@allows(may_own_point, loads=queries.find_point)
def move_point(permit: OfPoint) -> ResponseReturnValue:
    form = MoveForm()
    move = (form.move.data or "") if form.accepted() else ""
    with writing() as db:
        _member, point = permit.within(db)
        services.move_point(point, move, now=clock.now())
    flash(_(TOLD[move]))
    return _back(permit)


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
    return _back(permit)


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
    return _back(permit)


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


def _page(permit: OfTwo, form: StepForm) -> ResponseReturnValue:
    member, pairing = permit.seen
    board = queries.find_board(reading(), pairing)
    visit = Visit(permit, "goals")
    view = goals_page(member, pairing, board, visit.lines, now=clock.now())
    page = render_template("pairings/goals.html", page=view, form=form)
    visit.keep()
    return page, form.status


TITLES = {
    PointKind.GOAL: N_("A new goal"),
    PointKind.AGENDA: N_("Something to talk about"),
    PointKind.ABLE: N_("What I can do alone"),
}


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


def _back(permit: OfTwo | OfPoint) -> ResponseReturnValue:
    return redirect(url_for(".goals", pairing_id=permit.address["pairing_id"]))
