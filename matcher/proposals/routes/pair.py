"""The page of one pair: who they are, what met, and what a coordinator notes about them."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.proposals.forms.review import NoteForm, RejectForm
from matcher.proposals.models import Proposal
from matcher.proposals.policy import may_decide
from matcher.proposals.queries.by_hand import count_standing, list_before
from matcher.proposals.queries.looking import Colleague, list_looking
from matcher.proposals.queries.neighbours import find_neighbours
from matcher.proposals.queries.proposals import find_reviewed
from matcher.proposals.queries.questions import list_questions_about
from matcher.proposals.queries.review import list_alternates, list_names_of_members
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.review import Note, NotedMeanwhile, write_note
from matcher.proposals.views.pair import Beside, PairPage, pair_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfPair = Permit[Member, Proposal]
ADDRESS = "/proposals/<uuid:proposal_id>"


@review.get(ADDRESS)
@allows(may_decide, loads=find_reviewed)
def pair(permit: OfPair) -> ResponseReturnValue:
    return show_pair(permit)


@review.post(f"{ADDRESS}/note")
@allows(may_decide, loads=find_reviewed)
def note(permit: OfPair) -> ResponseReturnValue:
    form = NoteForm()
    if not form.accepted():
        return show_pair(permit, note=form)
    try:
        with writing() as db:
            coordinator, proposal = permit.within(db)
            new = Note(form.note.data or "", before=request.form.get("before", ""))
            write_note(db, proposal, new, by=coordinator, now=clock.now())
    except NotedMeanwhile as late:
        reading().rollback()
        both = render_template(
            "review/noted.html", page=view_of(permit), theirs=late.note, form=form
        )
        return both, 409
    flash(_("Saved."))
    return redirect(url_for(".pair", **permit.address))


def view_of(permit: OfPair) -> PairPage:
    member, proposal = permit.seen
    db = reading()
    others = [
        *(UUID(each["offer"]) for each in proposal.reasons.get("alternates", ())),
        *(UUID(each["need"]) for each in proposal.reasons.get("wanting", ())),
    ]
    beside = Beside(
        alternates=list_alternates(db, others),
        names=list_names_of_members(db, [proposal.decided_by_id]),
        place=find_neighbours(db, proposal, seen_by=member),
        questions=list_questions_about(db, proposal) if proposal.offered_at else (),
        before=list_before(db, proposal.mentee_enrolment, proposal.mentor_enrolment, but=proposal),
        standing=count_standing(db, proposal.run),
    )
    return pair_page(proposal, beside, language())


def _others(permit: OfPair) -> tuple[Colleague, ...]:
    member, proposal = permit.seen
    found = list_looking(reading(), [proposal.id], seen_by=member, now=clock.now())
    return found.get(proposal.id, ())


def show_pair(
    permit: OfPair, reject: RejectForm | None = None, note: NoteForm | None = None
) -> ResponseReturnValue:
    page = view_of(permit)
    shown = render_template(
        "review/pair.html",
        page=page,
        others=_others(permit),
        reject=reject or RejectForm(formdata=None),
        note=note or NoteForm(formdata=None, note=page.note),
    )
    return shown, 422 if reject or note else 200
