"""Telling people of the approved pairs of a run: now, or at a moment that is planned."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.proposals.forms.publishing import PublishForm
from matcher.proposals.models import MatchRun, ProposalState
from matcher.proposals.models.publication import Publication
from matcher.proposals.policy import may_plan, may_review
from matcher.proposals.queries.letter_texts import list_wordings
from matcher.proposals.queries.offers import list_approved_ids
from matcher.proposals.queries.places import count_taken
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.queries.publications import find_publication, list_planned
from matcher.proposals.queries.runs import find_run
from matcher.proposals.queries.to_tell import list_to_tell, list_whole
from matcher.proposals.routes.rooms import runs
from matcher.proposals.services.planning import Plan, call_off, plan_publication, tell_later
from matcher.proposals.services.publishing import Day, foresee, note_published, offer
from matcher.proposals.views.publishing import ForPublishing, publish_page, shown_of
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, _n

OfRun = Permit[Member, MatchRun]
# More than these are told in the background.
AT_ONCE = 100
ADDRESS = "/<uuid:run_id>/publish"


@runs.get(ADDRESS)
@allows(may_review, loads=find_run)
def preview(permit: OfRun) -> ResponseReturnValue:
    run = permit.seen[1]
    last = _today(run, clock.now()) + timedelta(days=run.programme.answer_days)
    chosen = request.args.getlist("pair")
    form = PublishForm(formdata=None, answer_by=last, who="some" if chosen else "all")
    return _page(permit, form, chosen)


@runs.post(ADDRESS)
@allows(may_review, loads=find_run)
def publish(permit: OfRun) -> ResponseReturnValue:
    form, later = PublishForm(), request.form.get("send") == "later"
    run, sent = permit.seen[1], request.form.getlist("pair")
    now = clock.now()
    local = now.astimezone(ZoneInfo(run.programme.zone)).replace(tzinfo=None)
    if not form.accepted() or not form.makes_sense(now=local, later=later):
        return _page(permit, form, sent)
    approved = list_approved_ids(reading(), run)
    ids = [each for each in approved if form.is_for_all or str(each) in set(sent)]
    if not ids and not form.is_for_all:
        form.refuse(form.who, _("Choose at least one pair first."))
        return _page(permit, form, sent)
    if later and form.at.data:
        _plan(permit, Plan(pairs=ids, at=form.at.data, answer_by=form.answer_by.data), now)
    else:
        _tell_all(permit, ids, Day(now=now, today=_today(run, now), answer_by=form.answer_by.data))
    return redirect(url_for(".show", **permit.address))


@runs.post("/<uuid:run_id>/planned/<uuid:publication_id>/call-off")
@allows(may_plan, loads=find_publication)
def call_off_planned(permit: Permit[Member, Publication]) -> ResponseReturnValue:
    with writing() as db:
        coordinator, planned = permit.within(db)
        call_off(db, planned, by=coordinator, now=clock.now())
    flash(_("Called off: nobody is told. The pairs stay approved."))
    here = {key: permit.address[key] for key in ("programme_id", "run_id")}
    return redirect(url_for(".preview", **here))


def _plan(permit: OfRun, plan: Plan, now: datetime) -> None:
    """Keep the plan: its moment was written on the clocks of the programme."""
    with writing() as db:
        coordinator, run = permit.within(db)
        at = plan.at.replace(tzinfo=ZoneInfo(run.programme.zone))
        plan_publication(db, run, replace(plan, at=at), by=coordinator, now=now)
    number = len(plan.pairs)
    told = _n("%(num)s pair will be told.", "%(num)s pairs will be told.", number)
    flash(told + " " + _("Until then you can call it off on the page where you publish."))


def _tell_all(permit: OfRun, ids: list[UUID], day: Day) -> None:
    if len(ids) > AT_ONCE:
        with writing() as db:
            coordinator, run = permit.within(db)
            tell_later(db, run, ids, by=coordinator, answer_by=day.answer_by, now=day.now)
        flash(_("We are telling everyone now. You may close this page."))
        return
    told = sum(_tell(permit, proposal_id, day) for proposal_id in ids)
    flash(_n("%(num)s pair has been told.", "%(num)s pairs have been told.", told))
    if left := len(ids) - told:
        flash(_n("%(num)s could not be told yet.", "%(num)s could not be told yet.", left))


def _tell(permit: OfRun, proposal_id: UUID, day: Day) -> bool:
    """Tell one pair, wholly or not at all. Somebody else may have changed it a moment ago."""
    with writing() as db:
        coordinator, run = permit.within(db)
        proposal = get_proposal(db, proposal_id)
        if proposal is None or proposal.state != ProposalState.APPROVED:
            return False
        told = offer(db, proposal, by=coordinator, day=day) is None
        if told:
            note_published(db, run, by=coordinator, now=day.now)
        return told


def _page(permit: OfRun, form: PublishForm, chosen: list[str]) -> ResponseReturnValue:
    run, db = permit.seen[1], reading()
    approved = list_to_tell(db, run)
    hindrances = foresee(approved, count_taken(db, run.programme_id))
    found = ForPublishing(
        approved=approved,
        hindrances=hindrances,
        whole=list_whole(db, shown_of(approved, hindrances)),
        wordings=list_wordings(db, run.programme_id),
        planned=list_planned(db, run),
        answer_by=form.answer_by.data or _today(run, clock.now()),
        chosen=chosen,
    )
    page = publish_page(run, found)
    return render_template("runs/preview.html", page=page, form=form), form.status


def _today(run: MatchRun, now: datetime) -> date:
    return now.astimezone(ZoneInfo(run.programme.zone)).date()
