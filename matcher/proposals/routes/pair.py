"""The page of one pair: weighed, decided, noted, and helped along."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.proposals.forms.review import NoteForm, OnBehalfForm, RejectForm
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.policy import may_decide
from matcher.proposals.queries.by_hand import count_standing, list_before
from matcher.proposals.queries.proposals import find_reviewed
from matcher.proposals.queries.questions import list_questions_about
from matcher.proposals.queries.review import (
    find_neighbours,
    list_alternates,
    list_names_of_members,
)
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.answers import Outcome, Reply, answer_proposal
from matcher.proposals.services.closing import close_proposal
from matcher.proposals.services.meanwhile import DecidedMeanwhile
from matcher.proposals.services.review import Choice, Decision, decide, write_note
from matcher.proposals.services.states import Deed
from matcher.proposals.views.pair import Beside, PairPage, pair_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfPair = Permit[Member, Proposal]
ADDRESS = "/proposals/<uuid:proposal_id>"


@review.get(ADDRESS)
@allows(may_decide, loads=find_reviewed)
def pair(permit: OfPair) -> ResponseReturnValue:
    return _page(permit)


@review.post(f"{ADDRESS}/approve")
@allows(may_decide, loads=find_reviewed)
def approve(permit: OfPair) -> ResponseReturnValue:
    return _decide(permit, Decision.APPROVE)


@review.post(f"{ADDRESS}/reject")
@allows(may_decide, loads=find_reviewed)
def reject(permit: OfPair) -> ResponseReturnValue:
    form = RejectForm()
    if not form.accepted():
        return _page(permit, reject=form)
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


@review.post(f"{ADDRESS}/note")
@allows(may_decide, loads=find_reviewed)
def note(permit: OfPair) -> ResponseReturnValue:
    form = NoteForm()
    if not form.accepted():
        return _page(permit, note=form)
    with writing() as db:
        coordinator, proposal = permit.within(db)
        write_note(db, proposal, form.note.data or "", by=coordinator, now=clock.now())
    flash(_("Saved."))
    return redirect(url_for(".pair", **permit.address))


@review.post(f"{ADDRESS}/withdraw")
@allows(may_decide, loads=find_reviewed)
def withdraw(permit: OfPair) -> ResponseReturnValue:
    with writing() as db:
        coordinator, proposal = permit.within(db)
        deed = Deed(by=coordinator, now=clock.now(), reason="by_coordinator")
        close_proposal(db, proposal, ProposalState.WITHDRAWN, deed)
    flash(_("Ended. Who still counted on it gets a kind mail, without a reason."))
    return redirect(url_for(".pair", **permit.address))


@review.get(f"{ADDRESS}/answer/<side>")
@allows(may_decide, loads=find_reviewed)
def answer_for(permit: OfPair) -> ResponseReturnValue:
    return _answer_page(permit, OnBehalfForm())


@review.post(f"{ADDRESS}/answer/<side>")
@allows(may_decide, loads=find_reviewed)
def write_answer(permit: OfPair) -> ResponseReturnValue:
    form = OnBehalfForm()
    if not form.accepted():
        return _answer_page(permit, form)
    answer = Answer(form.answer.data)
    reply = Reply(
        side=_side(permit),
        answer=answer,
        reason=form.reason.data if answer == Answer.NO else None,
        on_behalf=form.why.data or "",
    )
    with writing() as db:
        coordinator, proposal = permit.within(db)
        outcome = answer_proposal(db, proposal, reply, by=coordinator, now=clock.now())
    flash(_("They are paired.") if outcome == Outcome.PAIRED else _("The answer is kept."))
    return redirect(_address(permit))


def _side(permit: OfPair) -> Side:
    asked = permit.address["side"]
    return Side(asked) if asked in set(Side) else abort(404)


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
        return _decided(permit, decision, late)
    if after == ProposalState.STALE:
        flash(_("This pair is no longer possible: somebody has stopped or paused."))
    return redirect(_address(permit))


def _decided(permit: OfPair, wanted: Decision, late: DecidedMeanwhile) -> ResponseReturnValue:
    """Say who decided what meanwhile, and what one wanted oneself: nothing is lost."""
    reading().rollback()  # what we looked at before is what has changed
    names = list_names_of_members(reading(), [late.decided_by_id])
    page = render_template(
        "review/decided.html",
        page=_view(permit),
        by=next(iter(names.values()), ""),
        at=late.decided_at,
        wanted=str(wanted),
    )
    return page, 409


def _address(permit: OfPair) -> str:
    here = {key: permit.address[key] for key in ("programme_id", "proposal_id")}
    return url_for(".pair", **here)


def _view(permit: OfPair) -> PairPage:
    member, proposal = permit.seen
    db = reading()
    others = [UUID(each["offer"]) for each in proposal.reasons.get("alternates", ())]
    beside = Beside(
        alternates=list_alternates(db, others),
        names=list_names_of_members(db, [proposal.decided_by_id]),
        place=find_neighbours(db, proposal, seen_by=member),
        questions=list_questions_about(db, proposal) if proposal.offered_at else (),
        before=list_before(db, proposal.mentee_enrolment, proposal.mentor_enrolment, but=proposal),
        standing=count_standing(db, proposal.run),
    )
    return pair_page(proposal, beside, language())


def _page(
    permit: OfPair, reject: RejectForm | None = None, note: NoteForm | None = None
) -> ResponseReturnValue:
    page = _view(permit)
    shown = render_template(
        "review/pair.html",
        page=page,
        reject=reject or RejectForm(formdata=None),
        note=note or NoteForm(formdata=None, note=page.note),
    )
    return shown, 422 if reject or note else 200


def _answer_page(permit: OfPair, form: OnBehalfForm) -> ResponseReturnValue:
    _member, proposal = permit.seen
    person = proposal.enrolment_on(_side(permit)).member
    shown = render_template(
        "review/answer_for.html", page=_view(permit), name=person.name, form=form
    )
    return shown, form.status
