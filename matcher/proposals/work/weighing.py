"""Weighing a pair that a coordinator wonders about, in a process of its own."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.jobs.child import ChildFailed, compute
from matcher.jobs.work import Work
from matcher.proposals.models import Proposal, ProposalState, Weighing
from matcher.proposals.queries.by_hand import get_weighing, list_open_around
from matcher.proposals.queries.places import count_taken
from matcher.proposals.services.making_way import making_way
from matcher.proposals.services.next_best import explain_next_best
from matcher.proposals.services.snapshot import take_snapshot

CHILD = "matcher.matching.weighing"
BROKE = sentence(N_("The computing stopped halfway. Please try again."))


def weigh_pair(work: Work) -> None:
    """Work out what a pair would be and what it would cost, and keep it for its page."""
    try:
        source = _question(work)
        if source is None:
            return
        outcome = _told(json.loads(compute(work, CHILD, source)))
    except RuleBroken as refusal:
        outcome = {"failed": refusal.sentence.to_json()}
    except ChildFailed:
        outcome = {"failed": BROKE.to_json()}
    with work.write() as db:
        weighing = get_weighing(db, work.subject_id)
        if weighing:
            weighing.outcome, weighing.finished_at = outcome, work.now()
            explain_next_best(db, weighing)


def _question(work: Work) -> str | None:
    with work.read() as db:
        weighing = get_weighing(db, work.subject_id)
        return _asked(db, weighing, work.now()) if weighing else None


def _asked(db: Session, weighing: Weighing, now: datetime) -> str:
    run = weighing.run
    two = weighing.mentee_enrolment, weighing.mentor_enrolment
    today = now.astimezone(ZoneInfo(run.programme.zone)).date()
    snapshot = take_snapshot(db, run, today=today)
    around = list_open_around(db, run, two[0].id, two[1].id)
    way = making_way(around, count_taken(db, run.programme_id), two)
    return json.dumps(
        {
            "snapshot": json.loads(snapshot.to_json()),
            "need": str(two[0].id),
            "offer": str(two[1].id),
            "released": [_pair(each) for each in way if _stands(each)],
        }
    )


def _stands(proposal: Proposal) -> bool:
    return proposal.locked or proposal.state == ProposalState.APPROVED


def _pair(proposal: Proposal) -> tuple[str, str]:
    return str(proposal.mentee_enrolment_id), str(proposal.mentor_enrolment_id)


def _told(weighed: dict[str, Any]) -> dict[str, Any]:
    suggestion = weighed["suggestion"]
    return {
        "affinity": suggestion["affinity"],
        "why": suggestion["why"],
        "objections": weighed["objections"],
        "effect": weighed["effect"],
        "moves": weighed["moves"],
    }
