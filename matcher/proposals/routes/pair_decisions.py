"""Deciding about one pair on its page. Who is late gets both versions, and may still decide."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.proposals.forms.review import RejectForm
from matcher.proposals.models import ProposalState
from matcher.proposals.policy import may_decide
from matcher.proposals.queries.proposals import find_reviewed
from matcher.proposals.queries.review import list_names_of_members
from matcher.proposals.routes.pair import ADDRESS, OfPair, show_pair, view_of
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.closing import close_proposal
from matcher.proposals.services.meanwhile import DecidedMeanwhile
from matcher.proposals.services.review import Choice, Decision, decide, may_decide_still
from matcher.proposals.services.states import Deed
from matcher.web.policy import allows
from matcher.web.session import reading, writing
from matcher.web.words import _


@review.post(f"{ADDRESS}/approve")
@allows(may_decide, loads=find_reviewed)
def approve(permit: OfPair) -> ResponseReturnValue:
    return _decide(permit, Decision.APPROVE)


@review.post(f"{ADDRESS}/reject")
@allows(may_decide, loads=find_reviewed)
def reject(permit: OfPair) -> ResponseReturnValue:
    form = RejectForm()
    if not form.accepted():
        return show_pair(permit, reject=form)
    return _decide(permit, Decision.REJECT, form)


@review.post(f"{ADDRESS}/undo")
@allows(may_decide, loads=find_reviewed)
def undo(permit: OfPair) -> ResponseReturnValue:
    return _decide(permit, Decision.UNDO)


@review.post(f"{ADDRESS}/lock")
@allows(may_decide, loads=find_reviewed)
def lock(permit: OfPair) -> ResponseReturnValue:
    wants = Decision.UNLOCK if request.form.get("lock") == "no" else Decision.LOCK
    return _decide(permit, wants)


@review.post(f"{ADDRESS}/withdraw")
@allows(may_decide, loads=find_reviewed)
def withdraw(permit: OfPair) -> ResponseReturnValue:
    with writing() as db:
        coordinator, proposal = permit.within(db)
        deed = Deed(by=coordinator, now=clock.now(), reason="by_coordinator")
        close_proposal(db, proposal, ProposalState.WITHDRAWN, deed)
    flash(_("Ended. Who still counted on it gets a kind mail, without a reason."))
    return redirect(url_for(".pair", **permit.address))


def _decide(
    permit: OfPair, decision: Decision, form: RejectForm | None = None
) -> ResponseReturnValue:
    choice = Choice(
        decision=decision,
        seen=request.form.get("seen", 0, type=int),
        reason=form.reason.data if form else "",
        words=(form.words.data or "") if form else "",
    )
    try:
        with writing() as db:
            coordinator, proposal = permit.within(db)
            after = decide(db, proposal, choice, by=coordinator, now=clock.now())
    except DecidedMeanwhile as late:
        return _decided(permit, decision, late, form)
    if after == ProposalState.STALE:
        flash(_("This pair is no longer possible: somebody has stopped or paused."))
    return redirect(url_for(".pair", **permit.address))


def _decided(
    permit: OfPair, wanted: Decision, late: DecidedMeanwhile, form: RejectForm | None
) -> ResponseReturnValue:
    """Show who decided what meanwhile beside what one wanted oneself: nothing is lost."""
    reading().rollback()  # what we looked at before is what has changed
    names = list_names_of_members(reading(), [late.decided_by_id])
    page = render_template(
        "review/decided.html",
        page=view_of(permit),
        by=next(iter(names.values()), ""),
        at=late.decided_at,
        wanted=str(wanted),
        form=form,
        may_still=may_decide_still(permit.seen[1], wanted),
    )
    return page, 409
