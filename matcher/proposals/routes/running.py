"""The runs of a programme: beginning, following, cancelling and repeating one."""

from collections.abc import Callable
from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.jobs.queries import find_job
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.queries.people import count_people
from matcher.proposals.models import MatchRun
from matcher.proposals.policy import may_review
from matcher.proposals.queries.offers import list_told
from matcher.proposals.queries.places import count_free
from matcher.proposals.queries.questions import list_open_questions
from matcher.proposals.queries.runs import (
    count_by_state,
    find_run,
    list_leftovers,
    list_names,
    list_runs,
)
from matcher.proposals.routes.rooms import runs
from matcher.proposals.services.runs import KIND, cancel_run, repeat_run, retry_run, start_run
from matcher.proposals.views.run import Around, RunPage, names_needed, run_page
from matcher.proposals.views.run_list import Readiness, readiness, runs_page
from matcher.proposals.views.told import questions_asked, told_pairs
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfProgramme = Permit[Member, Programme]
OfRun = Permit[Member, MatchRun]
LEFT_SHOWN = 25


@runs.get("")
@allows(may_coordinate, loads=find_coordinated)
def index(permit: OfProgramme) -> ResponseReturnValue:
    _member, programme = permit.seen
    page = runs_page(programme, list_runs(reading(), programme), _ready(programme), language())
    return render_template("runs/index.html", page=page)


@runs.post("")
@allows(may_coordinate, loads=find_coordinated)
def start(permit: OfProgramme) -> ResponseReturnValue:
    with writing() as db:
        coordinator, programme = permit.within(db)
        run_id = start_run(db, programme, by=coordinator, now=clock.now()).id
    return redirect(url_for(".show", **permit.address, run_id=run_id))


@runs.get("/<uuid:run_id>")
@allows(may_review, loads=find_run)
def show(permit: OfRun) -> ResponseReturnValue:
    coordinator, run = permit.seen
    page = _page(run)
    told = list_told(reading(), run, seen_by=coordinator) if page.outcome else ()
    asked = list_open_questions(reading(), run.programme_id, seen_by=coordinator)
    return render_template(
        "runs/show.html", page=page, told=told_pairs(told), questions=questions_asked(asked)
    )


@runs.get("/<uuid:run_id>/progress")
@allows(may_review, loads=find_run)
def progress(permit: OfRun) -> ResponseReturnValue:
    _member, run = permit.seen
    job = find_job(reading(), KIND, run.id)
    around = Around(job=job, names={}, counts={}, left=())
    return render_template("runs/progress.html", page=run_page(run, around, language()))


@runs.post("/<uuid:run_id>/cancel")
@allows(may_review, loads=find_run)
def cancel(permit: OfRun) -> ResponseReturnValue:
    _do(permit, cancel_run)
    flash(_("Cancelled. Nothing of this run is kept."))
    return redirect(url_for(".index", programme_id=permit.address["programme_id"]))


@runs.post("/<uuid:run_id>/retry")
@allows(may_review, loads=find_run)
def retry(permit: OfRun) -> ResponseReturnValue:
    _do(permit, retry_run)
    return redirect(url_for(".show", **permit.address))


@runs.post("/<uuid:run_id>/repeat")
@allows(may_review, loads=find_run)
def repeat(permit: OfRun) -> ResponseReturnValue:
    with writing() as db:
        coordinator, run = permit.within(db)
        again = repeat_run(db, run, by=coordinator, now=clock.now()).id
    return redirect(url_for(".show", **{**permit.address, "run_id": again}))


Change = Callable[..., None]


def _do(permit: OfRun, change: Change) -> None:
    now: datetime = clock.now()
    with writing() as db:
        coordinator, run = permit.within(db)
        change(db, run, by=coordinator, now=now)


def _ready(programme: Programme) -> Readiness:
    db: Session = reading()
    free = count_free(db, programme, today=clock.today())
    return readiness(free, count_people(db, programme))


def _page(run: MatchRun) -> RunPage:
    db = reading()
    finished = run.total is not None
    around = Around(
        job=None if finished else find_job(db, KIND, run.id),
        names=list_names(db, names_needed(run)),
        counts=count_by_state(db, run) if finished else {},
        left=list_leftovers(db, run, limit=_shown()) if finished else (),
    )
    return run_page(run, around, language())


def _shown() -> int:
    """How many of those who are left are shown: a first part, or all."""
    return 10_000 if request.args.get("left") == "all" else LEFT_SHOWN
