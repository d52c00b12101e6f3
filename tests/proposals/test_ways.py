"""Every action of the review can be done by a key, and without any script."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.services.review import Decision
from tests.conftest import Browse, Keep
from tests.factories.proposals import a_run, a_suggestion

SCRIPT = Path("matcher/static/js/review.js")


@dataclass(frozen=True)
class Way:
    """An action: its key, and what a page without scripts has for it."""

    key: str
    plain: str


# A decision, or what one does with the list, and both ways to it.
WAYS = {
    Decision.APPROVE: Way("a", r'<button[^>]*name="approve"[^>]*>'),
    Decision.REJECT: Way("r", r'<button[^>]*name="reject"[^>]*>'),
    Decision.LOCK: Way("l", r'<button[^>]*name="lock"[^>]*>'),
    Decision.UNLOCK: Way("l", r'<button[^>]*name="unlock"[^>]*>'),
    Decision.UNDO: Way("u", r'<button[^>]*name="undo"[^>]*>'),
    "choose": Way("x", r'<input[^>]*type="checkbox"[^>]*name="pair"'),
    "open": Way("Enter", r'<a[^>]*href="[^"]*/proposals/[0-9a-f-]{36}"'),
    "next": Way("j", r'<a[^>]*href="[^"]*/proposals/[0-9a-f-]{36}"'),
    "before": Way("k", r'<a[^>]*href="[^"]*/proposals/[0-9a-f-]{36}"'),
    "search": Way("/", r'<input[^>]*type="search"'),
    "see the keys": Way("?", r"<details[^>]*><summary>Keys</summary>"),
}
# For many at once: buttons alone, which Tab reaches and Enter presses.
MANY = (
    *("approve", "lock", "reject"),
    *("approve_all", "reject_all"),
)


@pytest.fixture
def run(keep: Keep) -> MatchRun:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    open_, locked = a_suggestion(run), a_suggestion(run, "Sjaak", "Fatima")
    locked.locked = True
    keep(open_, locked, a_suggestion(run, "Noor", "Joost", state=ProposalState.APPROVED))
    return run


def table(run: MatchRun) -> str:
    return f"/coordination/{run.programme_id}/matching/{run.id}/proposals"


def test_the_table_of_ways_names_every_decision() -> None:
    assert set(Decision) <= set(WAYS)


@pytest.mark.parametrize("action", list(WAYS), ids=str)
def test_there_is_a_key_and_a_way_without_scripts(
    action: Decision | str, run: MatchRun, browse: Browse
) -> None:
    way, page = WAYS[action], browse(run.programme.contact).get(table(run)).text

    assert re.search(way.plain, page), "without scripts"
    assert f"<kbd>{way.key}</kbd>" in page, "said among the keys"
    known = re.findall(r"^  '?(\S)'?: ", SCRIPT.read_text(), re.MULTILINE)
    assert way.key in {*known, "Enter"}, "known by the script"


@pytest.mark.parametrize("decision", MANY)
def test_many_are_decided_by_a_plain_button(decision: str, run: MatchRun, browse: Browse) -> None:
    page = browse(run.programme.contact).get(table(run)).text

    assert re.search(rf'<button[^>]*name="decide"[^>]*value="{decision}"', page)


@pytest.mark.parametrize("decision", list(Decision))
def test_the_page_of_a_pair_has_a_plain_form_for_each_decision(
    decision: Decision, keep: Keep, run: MatchRun, browse: Browse
) -> None:
    pair: Proposal = a_suggestion(run, "Ömer", "Ingrid")
    pair.locked = decision == Decision.UNLOCK
    if decision == Decision.UNDO:
        pair.state = ProposalState.APPROVED
    keep(pair)

    page = browse(run.programme.contact).get(
        f"/coordination/{run.programme_id}/proposals/{pair.id}"
    )

    action = "lock" if decision == Decision.UNLOCK else str(decision)
    assert re.search(rf'<form method="post" action="[^"]*/{pair.id}/{action}"', page.text)
