"""The proposals of a run in a list: looked through, ticked over its pages, decided one by one."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.proposals.models import MatchRun, ProposalState
from matcher.proposals.policy import may_review
from matcher.proposals.queries.choosing import find_chosen
from matcher.proposals.queries.listed import ListedRun, count_own, find_listed_run
from matcher.proposals.queries.review import (
    count_parts,
    list_for_review,
    list_versions,
)
from matcher.proposals.queries.runs import find_deciding, find_run
from matcher.proposals.routes.addresses import Pages, pages_of_run
from matcher.proposals.routes.asking import kept, rest, same_list, wanted
from matcher.proposals.routes.deciding import decide_now, seen_in, tell
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.choosing import DECIDED, OPEN, keep_chosen
from matcher.proposals.services.review import Decision
from matcher.proposals.views.lines import rows, token
from matcher.proposals.views.progress import percent
from matcher.proposals.views.review import Addresses, Listed, review_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfRun = Permit[Member, MatchRun]
ADDRESS = "/matching/<uuid:run_id>/proposals"
EACH = ("approve", "reject", "undo", "lock", "unlock")
# Buttons about all that is shown, on every page of it.
ALL = {
    "approve_all": (Decision.APPROVE, OPEN),
    "reject_all": (Decision.REJECT, OPEN),
    "undo_all": (Decision.UNDO, DECIDED),
}
LAST_PAGE = 10_000


@review.get(ADDRESS)
@allows(may_review, loads=find_listed_run)
def table(permit: Permit[Member, ListedRun]) -> ResponseReturnValue:
    return _table(*permit.seen)


@review.post(ADDRESS)
@allows(may_review, loads=find_run)
def decide(permit: OfRun) -> ResponseReturnValue:
    """One row at once; many only after reading what will happen. Ticks are kept either way."""
    sent = request.form
    asked = sent.get("decide", "")
    chosen = _all_shown(permit, asked) if asked in ALL else _ticked(permit)
    _keep(permit, [] if "clear" in sent else chosen)
    for name in EACH:
        if name in sent:
            decision = Decision(name)
            tell(decision, [decide_now(permit, decision, seen) for seen in seen_in([sent[name]])])
            return redirect(_here(permit))
    if "go" in sent or "clear" in sent:
        return redirect(_here(permit, page=sent.get("go", 1, type=int)))
    if not chosen or asked not in (*ALL, *EACH):
        flash(_("Choose at least one pair first."))
        member, run = Permit(may_review, find_listed_run, permit.address).seen
        return _table(member, run), 422
    decision = ALL[asked][0] if asked in ALL else Decision(asked)
    return redirect(_together(permit, decision))


@review.get(f"{ADDRESS}/progress")
@allows(may_review, loads=find_run)
def deciding_progress(permit: OfRun) -> ResponseReturnValue:
    """Say how far deciding about many is: the piece of the page that asks again by itself."""
    job = find_deciding(reading(), permit.seen[1])
    return render_template(
        "review/deciding.html",
        percent=percent(job) if job else 100,
        going_on=job is not None,
        here=permit.address,
    )


def _ticked(permit: OfRun) -> list[str]:
    """Return what is ticked on all pages: this page as it was sent, the others as they were."""
    member, run = permit.seen
    found = find_chosen(reading(), run, member)
    shown, ticked = set(request.form.getlist("shown")), request.form.getlist("pair")
    elsewhere = [each for each in found.pairs if each not in shown] if found else []
    return [each for each in dict.fromkeys([*elsewhere, *ticked]) if seen_in([each])]


def _all_shown(permit: OfRun, asked: str) -> list[str]:
    member, run = permit.seen
    states = ALL[asked][1]
    found = list_versions(reading(), run, wanted(), states, seen_by=member)
    return [f"{pair}.{version}" for pair, version in found]


def _keep(permit: OfRun, chosen: list[str]) -> None:
    with writing() as db:
        member, run = permit.within(db)
        keep_chosen(db, run, chosen, by=member, now=clock.now())


def _here(permit: OfRun, page: int | None = None) -> str:
    page = request.args.get("page", 1, type=int) if page is None else page
    address = url_for(".table", **permit.address)
    asked = same_list(page=page) if 1 < page <= LAST_PAGE else same_list()
    return f"{address}?{asked}" if asked else address


def _together(permit: OfRun, decision: Decision) -> str:
    return f"{url_for('.together', **permit.address)}?{same_list(decide=str(decision))}"


def _table(member: Member, run: ListedRun) -> str:
    db, asked, spoken = reading(), wanted(), language()
    found = list_for_review(db, run, asked, seen_by=member, now=clock.now())
    pages, same = pages_of_run(request.script_root, run.programme_id, run.id), kept()
    listed = Listed(
        rows=rows(found, spoken, chosen=run.chosen, address=pages.pair),
        open=[token(each) for each in found if each.state == ProposalState.SUGGESTED],
        elsewhere=len(set(run.chosen) - {token(each) for each in found}) if run.chosen else 0,
        own=count_own(db, run, seen_by=member) if run.takes_part else 0,
        counts=count_parts(db, run, asked, seen_by=member),
        wanted=asked,
        at=_addresses(pages, same, asked.page),
        part=lambda part: rest(same, part=part),
    )
    return render_template("review/table.html", page=review_page(run, listed, spoken))


def _addresses(pages: Pages, same: Mapping[str, str], page: int) -> Addresses:
    return Addresses(
        matching=pages.matching,
        run=pages.run,
        table=pages.table,
        same=f"{pages.table}?{rest(same)}",
        here=f"{pages.table}?{rest(same, page=page)}",
        as_table=f"{pages.table}?{rest(same, look='table', page=page)}",
        as_cards=f"{pages.table}?{rest(same, look='cards', page=page)}",
        by_hand=pages.by_hand,
        ruled_out=pages.ruled_out,
        preview=pages.preview,
        keep=f"{pages.keep}?{rest(same)}",
        take_along=f"{pages.take_along}?{rest(same)}",
    )
