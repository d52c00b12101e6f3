"""What the mentee works on: goals, points to talk about, steps, and what goes alone by now."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import N_, N_n, Sentence, counted, sentence
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.pairings.forms.points import (
    MoveForm,
    StepForm,
    nothing_decided,
)
from matcher.pairings.leaves import Leaf, register
from matcher.pairings.models import Point, PointKind
from matcher.pairings.policy import may_enter, may_own_point, may_own_points
from matcher.pairings.queries import find_pairing
from matcher.pairings.queries import points as queries
from matcher.pairings.queries.pairs import find_pair
from matcher.pairings.routes.opened import Visit
from matcher.pairings.routes.rooms import OfPair, OfTwo, blueprint, pair_of
from matcher.pairings.services import points as services
from matcher.pairings.views.points import goals_page, undecided_meeting
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
@allows(may_enter, loads=find_pair)
def goals(permit: OfPair) -> ResponseReturnValue:
    return _page(permit)


@blueprint.post("/goals/decided")
@allows(may_own_points, loads=find_pairing)
def decide(permit: OfTwo) -> ResponseReturnValue:
    form = StepForm()
    if not form.accepted():
        return _page(permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        held = undecided_meeting(queries.find_board(db, pairing.id), clock.now())
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


@blueprint.post("/goals/<uuid:point_id>")
@allows(may_own_point, loads=queries.find_point)
def move_point(permit: OfPoint) -> ResponseReturnValue:
    form = MoveForm()
    move = (form.move.data or "") if form.accepted() else ""
    with writing() as db:
        _member, point = permit.within(db)
        services.move_point(point, move, now=clock.now())
    flash(_(TOLD[move]))
    return back(permit)


def _page(permit: OfPair | OfTwo, form: StepForm | None = None) -> ResponseReturnValue:
    """Show the page; `form` where what they decided came back with something to mend."""
    member, pair = pair_of(permit)
    board = queries.find_board(reading(), pair.id)
    visit = Visit(permit, "goals")
    view = goals_page(member, pair, board, visit.lines, now=clock.now())
    page = render_template("pairings/goals.html", page=view, form=form, blank=nothing_decided())
    visit.keep()
    return page, form.status if form else 200


def back(permit: OfTwo | OfPoint) -> ResponseReturnValue:
    return redirect(url_for(".goals", pairing_id=permit.address["pairing_id"]))
