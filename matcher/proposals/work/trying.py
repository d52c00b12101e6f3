"""Trying settings: what they would give, beside what stands now. No proposal comes of it."""

import json
from typing import Any
from zoneinfo import ZoneInfo

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.jobs.child import ChildFailed, compute
from matcher.jobs.work import Work
from matcher.proposals.queries.runs import get_run
from matcher.proposals.queries.variants import get_variant, list_pairs_standing
from matcher.proposals.services.difference import difference, pairs_of
from matcher.proposals.services.settings import ChosenHere, matching_settings
from matcher.proposals.services.snapshot import take_people

CHILD = "matcher.matching.trying"
BROKE = sentence(N_("The computing stopped halfway. Please try again."))


def try_settings(work: Work) -> None:
    """Try settings by each objective, and keep the figures and what would change."""
    try:
        source = _question(work)
        if source is None:
            return
        tried = json.loads(compute(work, CHILD, source))
        outcome = _told(work, tried)
    except RuleBroken as refusal:
        outcome = {"failed": refusal.sentence.to_json()}
    except ChildFailed:
        outcome = {"failed": BROKE.to_json()}
    with work.write() as db:
        variant = get_variant(db, work.subject_id)
        if variant:
            variant.outcome, variant.finished_at = outcome, work.now()


def _question(work: Work) -> str | None:
    with work.read() as db:
        variant = get_variant(db, work.subject_id)
        if variant is None:
            return None
        programme = variant.programme
        today = work.now().astimezone(ZoneInfo(programme.zone)).date()
        settings = matching_settings(ChosenHere(**variant.settings))
        return take_people(db, programme, settings, seed=0, today=today).to_json()


def _told(work: Work, tried: dict[str, Any]) -> dict[str, Any]:
    """Set each objective beside the run that stands; the pairs themselves are not kept."""
    with work.read() as db:
        variant = get_variant(db, work.subject_id)
        run_id = variant.programme.current_run_id if variant else None
        run = get_run(db, run_id) if run_id else None
        untold = [each for each in list_pairs_standing(db, run_id) if each.offered_at is None]
        before = pairs_of(untold)
        number = run.number if run else None
    changes = {}
    for objective, pairs in tried.pop("pairs").items():
        after = {(need, offer): affinity for need, offer, affinity in pairs}
        changes[objective] = difference(before, after) if number else None
    return {**tried, "changes": changes, "number": number}
