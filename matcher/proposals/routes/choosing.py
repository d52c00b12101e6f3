"""Many pairs decided at once, after reading what will happen; and lists kept under a name."""

from contextlib import suppress
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.proposals.forms.review import SearchNameForm
from matcher.proposals.models import MatchRun, SavedSearch
from matcher.proposals.policy import may_keep_search, may_review
from matcher.proposals.queries.choosing import find_chosen, find_search
from matcher.proposals.queries.runs import find_run
from matcher.proposals.routes.asking import same_list
from matcher.proposals.routes.deciding import AT_ONCE, decide_later, decide_now, seen_in, tell
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.choosing import foresee_many, keep_chosen, save_search
from matcher.proposals.services.review import Decision
from matcher.proposals.views.choosing import fingerprint, foreseen_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

OfRun = Permit[Member, MatchRun]
ADDRESS = "/matching/<uuid:run_id>/proposals"


@review.get(f"{ADDRESS}/together")
@allows(may_review, loads=find_run)
def together(permit: OfRun) -> ResponseReturnValue:
    decision = _decision(request.args.get("decide", ""))
    chosen = _chosen(permit)
    member, run = permit.seen
    foreseen = foresee_many(reading(), run, chosen, decision, seen_by=member)
    if not foreseen.sums.pairs:
        flash(_("Choose at least one pair first."))
        return redirect(_table(permit))
    page = foreseen_page(run, foreseen, decision, chosen)
    return render_template("review/together.html", page=page, same_list=same_list)


@review.post(f"{ADDRESS}/together")
@allows(may_review, loads=find_run)
def decide_together(permit: OfRun) -> ResponseReturnValue:
    decision = _decision(request.form.get("decide", ""))
    chosen = _chosen(permit)
    if request.form.get("seen") != fingerprint(chosen):
        flash(_("Your choice changed meanwhile. Please look again."))
        return redirect(_table(permit))
    pairs = seen_in(chosen)
    if len(pairs) > AT_ONCE:
        decide_later(permit, decision, pairs)
        flash(_("We are working on it. You may close this page."))
    else:
        tell(decision, [decide_now(permit, decision, seen) for seen in pairs])
    with writing() as db:
        member, run = permit.within(db)
        keep_chosen(db, run, (), by=member, now=clock.now())
    return redirect(_table(permit))


@review.post(f"{ADDRESS}/searches")
@allows(may_review, loads=find_run)
def keep_search(permit: OfRun) -> ResponseReturnValue:
    form = SearchNameForm()
    if form.accepted():
        with writing() as db:
            member, run = permit.within(db)
            here, name, now = run.programme_id, form.name.data or "", clock.now()
            save_search(db, here, name, same_list(), by=member, now=now)
        flash(_("Kept: you find this list above the others."))
    else:
        flash(_("Give the list a name of at most 40 letters."))
    return redirect(_table(permit))


@review.post("/searches/<uuid:search_id>/forget")
@allows(may_keep_search, loads=find_search)
def forget_search(permit: Permit[Member, SavedSearch]) -> ResponseReturnValue:
    with writing() as db:
        _member, search = permit.within(db)
        db.delete(search)
    flash(_("The list is no longer kept."))
    back = url_for("runs.index", programme_id=permit.address["programme_id"])
    run = request.form.get("run", "")
    with suppress(ValueError):  # otherwise back to the runs
        back = url_for(".table", programme_id=permit.address["programme_id"], run_id=UUID(run))
    return redirect(back)


def _decision(asked: str) -> Decision:
    return Decision(asked) if asked in set(Decision) else Decision.APPROVE


def _chosen(permit: OfRun) -> list[str]:
    member, run = permit.seen
    chosen = find_chosen(reading(), run, member)
    return chosen.pairs if chosen else []


def _table(permit: OfRun) -> str:
    asked = same_list()
    address = url_for(".table", **permit.address)
    return f"{address}?{asked}" if asked else address
