"""Two people brought together by hand, swapped, or kept apart: weighed first, always."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import NotText, clean_line
from matcher.guidance.tips import Side
from matcher.jobs.queries import find_job
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.proposals.forms.review import ByHandForm, RejectForm
from matcher.proposals.models import ForbiddenPair, MatchRun, Weighing
from matcher.proposals.policy import may_allow, may_review, may_weigh
from matcher.proposals.queries.by_hand import (
    RULED_OUT,
    find_enrolments,
    find_forbidden,
    find_people,
    find_weighing,
    list_before,
    list_forbidden,
    list_open_around,
    list_rejected,
)
from matcher.proposals.queries.places import count_taken
from matcher.proposals.queries.review import list_names_of_members
from matcher.proposals.queries.runs import find_run, list_names
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.by_hand import (
    KIND,
    Apart,
    Seen,
    allow_again,
    ask_weighing,
    forbid_pair,
    pair_by_hand,
)
from matcher.proposals.services.making_way import making_way
from matcher.proposals.views.by_hand import (
    Around,
    ByHandPage,
    choosable,
    ruled_out_page,
    weighed_page,
)
from matcher.proposals.views.progress import percent
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfRun = Permit[Member, MatchRun]
OfTwo = Permit[Member, Weighing]
ADDRESS = "/matching/<uuid:run_id>/by-hand"
TWO = f"{ADDRESS}/<uuid:weighing_id>"
APART = "apart-"  # two forms on one page ask for words
LONGEST, LAST_PAGE = 100, 10_000


@review.get(ADDRESS)
@allows(may_review, loads=find_run)
def by_hand(permit: OfRun) -> ResponseReturnValue:
    return _choose(permit)


@review.post(ADDRESS)
@allows(may_review, loads=find_run)
def weigh(permit: OfRun) -> ResponseReturnValue:
    sent = [_uuid(request.form.get(str(side), "")) for side in (Side.MENTEE, Side.MENTOR)]
    with writing() as db:
        coordinator, run = permit.within(db)
        two = find_enrolments(db, run, *sent)
        if two is not None:
            now = clock.now()
            weighing = ask_weighing(db, run, *two, by=coordinator, now=now).id
    if two is None:
        flash(_("Choose a mentee and a mentor."))
        return _choose(permit), 422
    return redirect(url_for(".weighed", **permit.address, weighing_id=weighing))


@review.get(TWO)
@allows(may_weigh, loads=find_weighing)
def weighed(permit: OfTwo) -> ResponseReturnValue:
    return _page(permit)


@review.get(f"{TWO}/progress")
@allows(may_weigh, loads=find_weighing)
def weighing_progress(permit: OfTwo) -> ResponseReturnValue:
    weighing = permit.seen[1]
    job = find_job(reading(), KIND, weighing.id, period=weighing.asked_at.isoformat())
    going_on = not weighing.finished_at
    return render_template(
        "review/weighing_progress.html",
        percent=percent(job),
        going_on=going_on,
        here=permit.address,
    )


@review.post(f"{TWO}/make")
@allows(may_weigh, loads=find_weighing)
def make(permit: OfTwo) -> ResponseReturnValue:
    form = ByHandForm()
    if not form.accepted_over(permit.seen[1].outcome.get("objections", ())):
        return _page(permit, made=form)
    shown = frozenset(request.form.get("seen", "").split())
    with writing() as db:
        coordinator, weighing = permit.within(db)
        seen = Seen(making_way=shown, words=form.words.data or "")
        proposal = pair_by_hand(db, weighing, seen, by=coordinator, now=clock.now()).id
    flash(_("They are a pair in this run now, approved and locked. Nobody is told yet."))
    return redirect(
        url_for(".pair", programme_id=permit.address["programme_id"], proposal_id=proposal)
    )


@review.post(f"{TWO}/forbid")
@allows(may_weigh, loads=find_weighing)
def forbid(permit: OfTwo) -> ResponseReturnValue:
    form = RejectForm(prefix=APART)
    if not form.accepted():
        return _page(permit, apart=form)
    apart = Apart(reason=form.reason.data, words=form.words.data or "")
    with writing() as db:
        coordinator, weighing = permit.within(db)
        two = weighing.mentee_enrolment, weighing.mentor_enrolment
        programme = weighing.run.programme
        forbid_pair(db, programme, *two, apart, by=coordinator, now=clock.now())
    flash(_("No later run suggests these two. You can allow it again here."))
    return redirect(url_for(".ruled_out", programme_id=permit.address["programme_id"]))


@review.get("/ruled-out")
@allows(may_coordinate, loads=find_coordinated)
def ruled_out(permit: Permit[Member, Programme]) -> ResponseReturnValue:
    coordinator, programme = permit.seen
    db = reading()
    number = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    forbidden = list_forbidden(db, programme.id, seen_by=coordinator, page=number)
    rejected = list_rejected(db, programme.id, seen_by=coordinator, page=number)
    by = [*(each.by_id for each in forbidden), *(each.decided_by_id for each in rejected)]
    names = list_names_of_members(db, by)
    page = ruled_out_page(programme.id, forbidden[:RULED_OUT], rejected[:RULED_OUT], names)
    more = max(len(forbidden), len(rejected)) > RULED_OUT
    here: dict[str, Any] = {"programme_id": programme.id}
    return render_template(
        "review/ruled_out.html",
        page=page,
        before=(_("Back"), url_for(".ruled_out", **here, page=number - 1)) if number > 1 else None,
        after=(_("Further"), url_for(".ruled_out", **here, page=number + 1)) if more else None,
    )


@review.post("/ruled-out/<uuid:forbidden_id>/allow")
@allows(may_allow, loads=find_forbidden)
def allow(permit: Permit[Member, ForbiddenPair]) -> ResponseReturnValue:
    with writing() as db:
        coordinator, forbidden = permit.within(db)
        allow_again(db, forbidden, by=coordinator, now=clock.now())
    flash(_("Later runs may suggest these two again."))
    return redirect(url_for(".ruled_out", programme_id=permit.address["programme_id"]))


def _uuid(sent: str) -> UUID | None:
    try:
        return UUID(sent)
    except ValueError:
        return None


def _asked(side: Side) -> str:
    typed = request.values.get(f"find_{side}", request.values.get(str(side), ""))
    try:
        return clean_line(typed)[:LONGEST]
    except NotText:
        return ""


def _choose(permit: OfRun) -> str:
    run = permit.seen[1]
    db = reading()
    page = ByHandPage(
        programme_id=run.programme_id,
        run_id=run.id,
        run_number=run.number,
        asked={str(side): _asked(side) for side in Side},
        mentees=choosable(find_people(db, run, Side.MENTEE, _asked(Side.MENTEE)), language()),
        mentors=choosable(find_people(db, run, Side.MENTOR, _asked(Side.MENTOR)), language()),
    )
    return render_template("review/by_hand.html", page=page)


def _page(
    permit: OfTwo, made: ByHandForm | None = None, apart: RejectForm | None = None
) -> ResponseReturnValue:
    shown = render_template(
        "review/weighed.html",
        page=weighed_page(permit.seen[1], _around(permit.seen[1]), language()),
        made=made or ByHandForm(formdata=None),
        apart=apart or RejectForm(formdata=None, prefix=APART),
    )
    return shown, 422 if made or apart else 200


def _around(weighing: Weighing) -> Around:
    db = reading()
    two: tuple[Enrolment, Enrolment] = weighing.mentee_enrolment, weighing.mentor_enrolment
    way: Any = ()
    no_place = None
    try:
        around = list_open_around(db, weighing.run, two[0].id, two[1].id)
        way = making_way(around, count_taken(db, weighing.run.programme_id), two)
    except RuleBroken as refusal:
        no_place = refusal.sentence
    period = weighing.asked_at.isoformat()
    return Around(
        job=None if weighing.finished_at else find_job(db, KIND, weighing.id, period=period),
        names=list_names(db, weighing.people_named),
        way=way,
        no_place=no_place,
        before=list_before(db, *two),
    )
