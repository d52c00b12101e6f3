"""Bringing the next best forward for somebody whose proposal ended."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.by_hand import find_of_pair
from matcher.proposals.queries.next_best import NextBest, list_next_best
from matcher.proposals.services.availability import hold
from matcher.proposals.services.states import Deed, move_proposal


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
    move_proposal(db, proposal, ProposalState.APPROVED, Deed(by=by, now=now, reason="next_best"))
    return proposal


def _find(db: Session, programme: Programme, mentee_id: UUID, by: Member) -> NextBest | None:
    left = list_next_best(db, programme, seen_by=by)
    return next((each for each in left if each.ended.mentee_enrolment_id == mentee_id), None)


def _run(db: Session, programme: Programme, ended: Proposal) -> MatchRun | None:
    """It belongs to the run that is shown; without one, to that of the ended proposal."""
    here = programme.current_run_id or ended.run_id
    return db.get(MatchRun, here) if here else None


def _reasons(found: NextBest, mentee: Enrolment, mentor: Enrolment) -> dict[str, Any]:
    """What the two share at first sight. The parts of the affinity belong to a run's own pairs."""
    others = found.ended.reasons.get("alternates", ())
    return {
        "contributions": [],
        "words": [],
        "topics_met": [topic for topic in mentee.topics if topic in mentor.topics],
        "topics_missing": [topic for topic in mentee.topics if topic not in mentor.topics],
        "slots": [slot for slot in mentee.slots if slot in mentor.slots],
        "alternates": [each for each in others if each["offer"] != str(mentor.id)],
    }
