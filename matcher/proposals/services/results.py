"""What becomes of a run's result: proposals, those who are left, and what the run's page shows."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.matching.plain import to_plain
from matcher.matching.result import Result, Suggestion
from matcher.matching.rules import explain
from matcher.matching.snapshot import Snapshot
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import Leftover, MatchRun, Proposal, ProposalState, RunState
from matcher.proposals.queries.places import list_standing
from matcher.proposals.queries.runs import get_run
from matcher.proposals.queries.variants import list_pairs_standing
from matcher.proposals.services.difference import NAMED, difference, pairs_of
from matcher.proposals.services.states import Deed, move_proposal, move_run
from matcher.proposals.services.summary import summarise

REPLACED = "newer_run"
WANTING = 5  # mentees named beside a pair for whom its mentor would come next
UNTOLD = {ProposalState.SUGGESTED, ProposalState.APPROVED}


def fingerprint(result: Result) -> str:
    """Return a SHA-256 of everything but the time it took: two equal runs have the same."""
    return sha256(replace(result, seconds={}).to_json().encode()).hexdigest()


def keep_result(db: Session, run: MatchRun, result: Result, *, now: datetime) -> None:
    """Keep all of a result, then show it: until the last line, nobody sees any of it."""
    snapshot = Snapshot.from_json(json.dumps(run.snapshot))
    run.total, run.bound, run.gap = result.total, result.bound, result.gap
    run.seconds = sum(result.seconds.values())
    run.finished_at = now
    run.result_hash = fingerprint(result)
    run.summary = {**run.summary, **summarise(snapshot, result)}
    if "repeats" not in run.summary:
        run.summary = {**run.summary, "change": _change(db, run, snapshot, result)}
        _replace_proposals(db, run, result, now)
    move_run(db, run, RunState.REVIEWED, Deed(by=None, now=now))


def _change(
    db: Session, run: MatchRun, snapshot: Snapshot, result: Result
) -> dict[str, Any] | None:
    """What this run changes of the one before: who has somebody else, and what stood no longer."""
    before = get_run(db, run.programme.current_run_id) if run.programme.current_run_id else None
    if before is None:
        return None
    standing = [each for each in list_pairs_standing(db, before.id) if each.state in UNTOLD]
    after = {(each.need, each.offer): each.affinity for each in result.suggestions}
    kept = set(snapshot.locked)
    fell = [
        pair
        for pair, each in zip(pairs_of(standing), standing, strict=True)
        if pair not in kept and (each.locked or each.state == ProposalState.APPROVED)
    ]
    change = difference(pairs_of(standing), after)
    return {**change, "number": before.number, "stood": len(kept), "fell": fell[:NAMED]}


def _replace_proposals(db: Session, run: MatchRun, result: Result, now: datetime) -> None:
    known = _still_there(db, run)
    standing = {
        (p.mentee_enrolment_id, p.mentor_enrolment_id): p
        for p in list_standing(db, run.programme.current_run_id)
    }
    wanting = _wanting(result)
    rows = [_row(run, each, result, wanting, now) for each in result.suggestions]
    rows = [row for row in rows if {row[f"{side}_enrolment_id"] for side in Side} <= known]
    if rows:
        db.execute(insert(Proposal), rows)
    left = [_left(run, each.need, each.reasons) for each in result.unmatched]
    left = [row for row in left if row["enrolment_id"] in known]
    if left:
        db.execute(insert(Leftover), left)
    _carry_over(db, run, standing)
    _retire_the_rest(db, run.programme.current_run_id, now)
    # Not through the programme's version: whoever edits the programme loses nothing by this.
    here = update(Programme).where(Programme.id == run.programme_id)
    db.execute(here.values(current_run_id=run.id).execution_options(synchronize_session="fetch"))


def _still_there(db: Session, run: MatchRun) -> set[UUID]:
    """Return who has not been erased while the run was computing."""
    query = select(Enrolment.id).where(Enrolment.programme_id == run.programme_id)
    return set(db.scalars(query))


def _wanting(result: Result) -> dict[str, list[dict[str, Any]]]:
    """Turn the alternates round: for whom each offer would come next, the best first."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for need, others in result.alternates.items():
        for each in others:
            plain = to_plain(each)
            found[plain.pop("offer")].append({"need": need, **plain})
    return {
        offer: sorted(needs, key=lambda each: (-each["affinity"], each["need"]))[:WANTING]
        for offer, needs in found.items()
    }


def _row(
    run: MatchRun,
    suggestion: Suggestion,
    result: Result,
    wanting: Mapping[str, list[dict[str, Any]]],
    now: datetime,
) -> dict[str, Any]:
    why = to_plain(suggestion.why)
    others = result.alternates.get(suggestion.need, ())
    return {
        "id": uuid4(),
        "programme_id": run.programme_id,
        "run_id": run.id,
        "mentee_enrolment_id": UUID(suggestion.need),
        "mentor_enrolment_id": UUID(suggestion.offer),
        "affinity": min(max(suggestion.affinity, 0.0), 1.0),
        "created_at": now,
        "reasons": {
            **why,
            "alternates": [to_plain(each) for each in others],
            "wanting": wanting.get(suggestion.offer, []),
            # None of the alternates meets better.
            "first_choice": all(each.affinity <= suggestion.affinity for each in others),
        },
        "state": ProposalState.SUGGESTED,
        "on_behalf": {},
        "overruled": [],
    }


def _left(run: MatchRun, need: str, reasons: tuple[Any, ...]) -> dict[str, Any]:
    told = [{"code": each.code, "sentence": explain(each).to_json()} for each in reasons]
    return {"id": uuid4(), "run_id": run.id, "enrolment_id": UUID(need), "reasons": told}


def _carry_over(db: Session, run: MatchRun, standing: dict[tuple[UUID, UUID], Proposal]) -> None:
    """What was decided before stands in the new run as well, with who decided it."""
    if not standing:
        return
    for new in db.scalars(select(Proposal).where(Proposal.run_id == run.id)):
        old = standing.get((new.mentee_enrolment_id, new.mentor_enrolment_id))
        if old is None:
            continue
        new.locked, new.note = old.locked, old.note
        new.by_hand, new.overruled, new.why = old.by_hand, list(old.overruled), old.why
        if old.state == ProposalState.APPROVED:
            new.decided_by_id, new.decided_at = old.decided_by_id, old.decided_at
            deed = Deed(by=None, now=old.decided_at or new.created_at, reason="carried_over")
            move_proposal(db, new, ProposalState.APPROVED, deed)


def _retire_the_rest(db: Session, run_id: UUID | None, now: datetime) -> None:
    """What the earlier run suggested and nobody was told of yet makes way for the new one."""
    if run_id is None:
        return
    open_states = (ProposalState.SUGGESTED, ProposalState.APPROVED)
    query = select(Proposal).where(Proposal.run_id == run_id, Proposal.state.in_(open_states))
    for proposal in db.scalars(query).all():
        move_proposal(
            db, proposal, ProposalState.WITHDRAWN, Deed(by=None, now=now, reason=REPLACED)
        )
