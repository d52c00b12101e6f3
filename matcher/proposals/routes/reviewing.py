"""The proposals of a run in a table: looked through, and decided one by one or many at once."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.proposals.models import MatchRun, ProposalState
from matcher.proposals.policy import may_review
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.queries.review import (
    count_own,
    count_parts,
    list_for_review,
    list_open_versions,
)
from matcher.proposals.queries.runs import find_deciding, find_run
from matcher.proposals.routes.asking import same_list, wanted
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.meanwhile import AboutOneself, DecidedMeanwhile
from matcher.proposals.services.review import (
    Choice,
    Decision,
)
from matcher.proposals.services.review import (
    decide as decide_about,
)
from matcher.proposals.views.review import ORDERS, PARTS, Listed, review_page, rows
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, _n, language

OfRun = Permit[Member, MatchRun]
Seen = tuple[UUID, int]
# More than these are decided in the background.
AT_ONCE = 100
ADDRESS = "/matching/<uuid:run_id>/proposals"
EACH = ("approve", "reject", "undo", "lock", "unlock")
BULK = {"approve_all": Decision.APPROVE, "reject_all": Decision.REJECT}


@review.get(ADDRESS)
@allows(may_review, loads=find_run)
def table(permit: OfRun) -> ResponseReturnValue:
    return _table(permit)


@review.post(ADDRESS)
@allows(may_review, loads=find_run)
def decide(permit: OfRun) -> ResponseReturnValue:
    decision, pairs = _asked(permit)
    if decision is None or not pairs:
        flash(_("Choose at least one pair first."))
        return _table(permit), 422
    if len(pairs) > AT_ONCE:
        _decide_later(permit, decision, pairs)
        flash(_("We are working on it. You may close this page."))
    else:
        _tell(decision, [_decide(permit, decision, seen) for seen in pairs])
    return redirect(_here(permit))


def _asked(permit: OfRun) -> tuple[Decision | None, list[Seen]]:
    """Read which button was pressed: one in a row, or one about the chosen ones, or about all."""
    sent = request.form
    for name in EACH:
        if name in sent:
            return Decision(name), _seen([sent[name]])
    asked = sent.get("decide", "")
    if asked in BULK:
        member, run = permit.seen
        return BULK[asked], list_open_versions(reading(), run, wanted(), seen_by=member)
    return (Decision(asked) if asked in EACH else None), _seen(sent.getlist("pair"))


def _seen(tokens: list[str]) -> list[Seen]:
    """Read `id.version` of each; what is no such token is left out."""
    found = []
    for token in tokens:
        pair, _dot, version = token.partition(".")
        try:
            found.append((UUID(pair), int(version[:9])))
        except ValueError:
            continue
    return found


def _decide(permit: OfRun, decision: Decision, seen: Seen) -> str:
    """Decide about one pair, in one transaction; return what became of it."""
    try:
        with writing() as db:
            coordinator, run = permit.within(db)
            proposal = get_proposal(db, seen[0])
            if proposal is None or proposal.run_id != run.id:
                return "gone"
            choice = Choice(decision=decision, seen=seen[1])
            after = decide_about(db, proposal, choice, by=coordinator, now=clock.now())
            return "gone" if after == ProposalState.STALE else "done"
    except DecidedMeanwhile:
        return "late"
    except AboutOneself:
        return "own"


def _tell(decision: Decision, outcomes: list[str]) -> None:
    done, late = outcomes.count("done"), outcomes.count("late")
    if done:
        flash(_DONE[decision](done))
    if late:
        flash(
            _n(
                "%(num)s pair was left as it is: a colleague decided about it meanwhile.",
                "%(num)s pairs were left as they are: a colleague decided about them meanwhile.",
                late,
            )
        )
    if gone := outcomes.count("gone"):
        flash(
            _n(
                "%(num)s pair is no longer possible: somebody has stopped or paused.",
                "%(num)s pairs are no longer possible: somebody has stopped or paused.",
                gone,
            )
        )
    if own := outcomes.count("own"):
        flash(
            _n(
                "%(num)s pair is about you: a colleague decides about it.",
                "%(num)s pairs are about you: a colleague decides about them.",
                own,
            )
        )


_DONE = {
    Decision.APPROVE: lambda num: _n("%(num)s pair approved.", "%(num)s pairs approved.", num),
    Decision.REJECT: lambda num: _n("%(num)s pair put aside.", "%(num)s pairs put aside.", num),
    Decision.UNDO: lambda num: _n(
        "%(num)s decision taken back.", "%(num)s decisions taken back.", num
    ),
    Decision.LOCK: lambda num: _n("%(num)s pair locked.", "%(num)s pairs locked.", num),
    Decision.UNLOCK: lambda num: _n("%(num)s pair unlocked.", "%(num)s pairs unlocked.", num),
}


def _decide_later(permit: OfRun, decision: Decision, pairs: list[Seen]) -> None:
    now = clock.now()
    with writing() as db:
        coordinator, run = permit.within(db)
        seen = [[str(pair), version] for pair, version in pairs]
        payload = {"by": str(coordinator.id), "decision": str(decision), "pairs": seen}
        enqueue(db, "decide_proposals", run.id, now=now, period=now.isoformat(), payload=payload)


def _here(permit: OfRun) -> str:
    page = request.args.get("page", 1, type=int)
    address = url_for(".table", **permit.address)
    asked = same_list(page=page) if page > 1 else same_list()
    return f"{address}?{asked}" if asked else address


def _table(permit: OfRun) -> str:
    member, run = permit.seen
    db, asked = reading(), wanted()
    found = list_for_review(db, run, asked, seen_by=member)
    listed = Listed(
        rows=rows(found, language(), chosen=request.form.getlist("pair")),
        counts=count_parts(db, run, asked, seen_by=member),
        wanted=asked,
        own=count_own(db, run, seen_by=member),
        is_deciding=find_deciding(db, run),
    )
    page = review_page(run, listed, language())
    return render_template(
        "review/table.html", page=page, part_names=PARTS, orders=ORDERS, same_list=same_list
    )
