"""Telling people of the approved pairs of a run."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.proposals.models import MatchRun, ProposalState
from matcher.proposals.policy import may_review
from matcher.proposals.queries.offers import list_approved, list_approved_ids
from matcher.proposals.queries.places import count_taken
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.queries.runs import find_run
from matcher.proposals.routes.rooms import runs
from matcher.proposals.services.publishing import Day, foresee, note_published, offer
from matcher.proposals.views.publishing import publish_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, _n

OfRun = Permit[Member, MatchRun]
# More than these are told in the background.
AT_ONCE = 100


@runs.get("/<uuid:run_id>/publish")
@allows(may_review, loads=find_run)
def preview(permit: OfRun) -> ResponseReturnValue:
    _member, run = permit.seen
    db = reading()
    approved = list_approved(db, run)
    hindrances = foresee(approved, count_taken(db, run.programme_id))
    page = publish_page(run, approved, hindrances, today=_today(run, clock.now()))
    return render_template("runs/preview.html", page=page)


@runs.post("/<uuid:run_id>/publish")
@allows(may_review, loads=find_run)
def publish(permit: OfRun) -> ResponseReturnValue:
    ids = list_approved_ids(reading(), permit.seen[1])
    now = clock.now()
    if len(ids) > AT_ONCE:
        _publish_later(permit, ids, now)
        flash(_("We are telling everyone now. You may close this page."))
    else:
        told = sum(_tell(permit, proposal_id, now) for proposal_id in ids)
        left = len(ids) - told
        flash(_n("%(num)s pair has been told.", "%(num)s pairs have been told.", told))
        if left:
            flash(_n("%(num)s could not be told yet.", "%(num)s could not be told yet.", left))
    return redirect(url_for(".show", **permit.address))


def _tell(permit: OfRun, proposal_id: UUID, now: datetime) -> bool:
    """Tell one pair, wholly or not at all. Somebody else may have changed it a moment ago."""
    with writing() as db:
        coordinator, run = permit.within(db)
        proposal = get_proposal(db, proposal_id)
        if proposal is None or proposal.state != ProposalState.APPROVED:
            return False
        day = Day(now=now, today=_today(run, now))
        told = offer(db, proposal, by=coordinator, day=day) is None
        if told:
            note_published(db, run, by=coordinator, now=now)
        return told


def _publish_later(permit: OfRun, ids: list[UUID], now: datetime) -> None:
    with writing() as db:
        coordinator, run = permit.within(db)
        payload = {"by": str(coordinator.id), "pairs": [str(each) for each in ids]}
        enqueue(db, "publish_proposals", run.id, now=now, period=now.isoformat(), payload=payload)


def _today(run: MatchRun, now: datetime) -> date:
    return now.astimezone(ZoneInfo(run.programme.zone)).date()
