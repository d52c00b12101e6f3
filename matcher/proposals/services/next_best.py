"""Bringing the next best forward for somebody whose proposal ended."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import MatchRun, Proposal, ProposalState, Weighing
from matcher.proposals.models.gist import told_by
from matcher.proposals.queries.by_hand import find_of_pair
from matcher.proposals.queries.next_best import NextBest, list_next_best
from matcher.proposals.services.availability import hold
from matcher.proposals.services.by_hand import ask_weighing, effect_of
from matcher.proposals.services.states import Deed, move_proposal

NEXT_BEST = "next_best"


def bring_forward(
    db: Session, programme: Programme, mentee_id: UUID, *, by: Member, now: datetime
) -> Proposal | None:
    """Approve the next best for a mentee, looked up anew at this moment; none: nobody is left."""
    found = _find(db, programme, mentee_id, by)
    if found is None or found.mentor is None:
        return None
    mentee, mentor = found.ended.mentee_enrolment, found.mentor
    hold(db, (mentor, mentee))
    run = _run(db, programme, found.ended)
    if run is None or find_of_pair(db, run, mentee.id, mentor.id):
        return None
    proposal = Proposal(
        programme=programme,
        run=run,
        mentee_enrolment=mentee,
        mentor_enrolment=mentor,
        affinity=found.affinity,
        created_at=now,
        reasons=_reasons(found, mentee, mentor),
    )
    db.add(proposal)
    db.flush()
    proposal.decided_by_id, proposal.decided_at = by.id, now
    move_proposal(db, proposal, ProposalState.APPROVED, Deed(by=by, now=now, reason=NEXT_BEST))
    ask_weighing(db, run, mentee, mentor, by=by, now=now)
    return proposal


def explain_next_best(db: Session, weighing: Weighing) -> None:
    """Give a pair that was brought forward what the engine says of it, as a run's own pairs have.

    It changes nothing that anybody decides about, so no page of it becomes outdated.
    """
    two = weighing.mentee_enrolment_id, weighing.mentor_enrolment_id
    proposal = find_of_pair(db, weighing.run, *two)
    outcome = weighing.outcome
    if proposal is None or not proposal.reasons.get(NEXT_BEST) or "why" not in outcome:
        return
    known = {key: proposal.reasons[key] for key in ("alternates", NEXT_BEST)}
    reasons = {**outcome["why"], **known, **effect_of(outcome)}
    here = update(Proposal).where(Proposal.id == proposal.id)
    new = here.values(reasons=reasons, **told_by(reasons))
    db.execute(new.execution_options(synchronize_session=False))


def _find(db: Session, programme: Programme, mentee_id: UUID, by: Member) -> NextBest | None:
    left = list_next_best(db, programme, seen_by=by)
    return next((each for each in left if each.ended.mentee_enrolment_id == mentee_id), None)


def _run(db: Session, programme: Programme, ended: Proposal) -> MatchRun | None:
    """It belongs to the run that is shown; without one, to that of the ended proposal."""
    here = programme.current_run_id or ended.run_id
    return db.get(MatchRun, here) if here else None


def _reasons(found: NextBest, mentee: Enrolment, mentor: Enrolment) -> dict[str, Any]:
    """What the two share at first sight; the rest follows as soon as the pair has been weighed."""
    others = found.ended.reasons.get("alternates", ())
    return {
        NEXT_BEST: True,
        "contributions": [],
        "words": [],
        "topics_met": [topic for topic in mentee.topics if topic in mentor.topics],
        "topics_missing": [topic for topic in mentee.topics if topic not in mentor.topics],
        "slots": [slot for slot in mentee.slots if slot in mentor.slots],
        "alternates": [each for each in others if each["offer"] != str(mentor.id)],
    }
