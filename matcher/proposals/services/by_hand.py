"""Bringing two people together by hand, and keeping two people apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import ForbiddenPair, MatchRun, Proposal, ProposalState, Weighing
from matcher.proposals.queries.by_hand import (
    find_forbidden_of,
    find_of_pair,
    find_weighing_of,
    list_open_around,
)
from matcher.proposals.queries.places import count_taken
from matcher.proposals.services.availability import TAKES_PART, hold
from matcher.proposals.services.making_way import making_way, way_seen
from matcher.proposals.services.meanwhile import AboutOneself
from matcher.proposals.services.states import Deed, move_proposal
from matcher.proposals.services.undoing import MADE_WAY, WAS_SUGGESTED

KIND = "weigh_pair"
# What nobody may overrule: somebody's own wish, and what cannot be.
NEVER = {"same_person", "avoid", "offered"}


def ask_weighing(  # noqa: PLR0913  # which two, in which run, by whom and when
    db: Session, run: MatchRun, mentee: Enrolment, mentor: Enrolment, *, by: Member, now: datetime
) -> Weighing:
    """Have a pair weighed, anew when it was before: people and decisions change."""
    _refuse_oneself(by, mentee, mentor)
    weighing = find_weighing_of(db, run, mentee.id, mentor.id)
    if weighing is None:
        weighing = Weighing(
            run=run,
            mentee_enrolment=mentee,
            mentor_enrolment=mentor,
            asked_by_id=by.id,
            asked_at=now,
        )
        db.add(weighing)
    weighing.asked_by_id, weighing.asked_at, weighing.finished_at = by.id, now, None
    weighing.outcome = {}
    db.flush()
    enqueue(db, KIND, weighing.id, now=now, period=now.isoformat())
    return weighing


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a coordinator read before she decided: who would make way, and which version of it."""

    making_way: frozenset[str]
    words: str


def pair_by_hand(
    db: Session, weighing: Weighing, seen: Seen, *, by: Member, now: datetime
) -> Proposal:
    """Bring two people together, approved and locked. Who held their places makes way."""
    mentee, mentor, run = weighing.mentee_enrolment, weighing.mentor_enrolment, weighing.run
    hold(db, (mentor, mentee))
    objections = _refuse(weighing, by=by)
    if objections and not seen.words:
        raise RuleBroken(N_("Rules object to this pair. Say why you make it all the same."))
    way = making_way(
        list_open_around(db, run, mentee.id, mentor.id),
        count_taken(db, run.programme_id),
        (mentee, mentor),
    )
    if way_seen(way) != seen.making_way:
        raise RuleBroken(N_("Something changed meanwhile. Please look again."))
    for each in way:
        each.locked = False
        deed = Deed(by=by, now=now, reason=MADE_WAY)
        move_proposal(db, each, ProposalState.WITHDRAWN, deed)
    proposal = _proposal(db, weighing, now)
    proposal.reasons = {**proposal.reasons, MADE_WAY: [str(each.id) for each in way]}
    proposal.by_hand, proposal.overruled, proposal.locked = True, objections, True
    proposal.why = seen.words or None
    proposal.decided_by_id, proposal.decided_at = by.id, now
    move_proposal(db, proposal, ProposalState.APPROVED, Deed(by=by, now=now, reason="by_hand"))
    return proposal


def _refuse(weighing: Weighing, *, by: Member) -> list[str]:
    """Refuse what cannot be; return the rules that object."""
    mentee, mentor = weighing.mentee_enrolment, weighing.mentor_enrolment
    _refuse_oneself(by, mentee, mentor)
    if weighing.run.programme.current_run_id != weighing.run_id:
        raise RuleBroken(N_("A newer run has taken the place of this one. Pair them there."))
    if "affinity" not in weighing.outcome:
        raise RuleBroken(N_("This pair has not been weighed yet. Please wait a moment."))
    if {mentee.state, mentor.state} - TAKES_PART:
        raise RuleBroken(N_("One of the two has stopped or paused."))
    objections: list[str] = weighing.outcome["objections"]
    if NEVER & set(objections):
        raise RuleBroken(N_("This pair cannot be made, whatever the reason."))
    return objections


def _refuse_oneself(by: Member, *two: Enrolment) -> None:
    if any(each.member_id == by.id for each in two):
        raise AboutOneself


def _proposal(db: Session, weighing: Weighing, now: datetime) -> Proposal:
    """Return the run's own proposal of the two, brought back if it was put aside; or a new one."""
    run, outcome = weighing.run, weighing.outcome
    forbidden = find_forbidden_of(db, weighing.mentee_enrolment_id, weighing.mentor_enrolment_id)
    if forbidden:
        db.delete(forbidden)
    found = find_of_pair(db, run, weighing.mentee_enrolment_id, weighing.mentor_enrolment_id)
    if found is None:
        return _new(db, weighing, now)
    if found.offered_at:
        raise RuleBroken(N_("These two were told of each other in this run already."))
    if found.state != ProposalState.SUGGESTED:
        move_proposal(db, found, ProposalState.SUGGESTED, Deed(by=None, now=now, reason="by_hand"))
    found.affinity = _bounded(outcome)
    found.reasons = {**_reasons(outcome, found.reasons), WAS_SUGGESTED: not found.by_hand}
    return found


def _new(db: Session, weighing: Weighing, now: datetime) -> Proposal:
    proposal = Proposal(
        programme=weighing.run.programme,
        run=weighing.run,
        mentee_enrolment=weighing.mentee_enrolment,
        mentor_enrolment=weighing.mentor_enrolment,
        affinity=_bounded(weighing.outcome),
        created_at=now,
        reasons=_reasons(weighing.outcome, {}),
    )
    db.add(proposal)
    db.flush()
    return proposal


def _bounded(outcome: Mapping[str, Any]) -> float:
    return min(max(float(outcome["affinity"]), 0.0), 1.0)


def _reasons(outcome: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: known.get(key, []) for key in ("alternates", "wanting")}
    return {**outcome["why"], **kept, **effect_of(outcome)}


def effect_of(outcome: Mapping[str, Any]) -> dict[str, Any]:
    """What of a weighing stays with its pair: how the whole does without it and with it."""
    whole = outcome.get("effect", {})
    kept = {key: whole[key] for key in ("covered", "total") if key in whole}
    return {"effect": kept} if kept else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Why two people are kept apart: a code of REJECT_REASONS, and words for colleagues."""

    reason: str
    words: str = ""


def forbid_pair(  # noqa: PLR0913  # which two, why, by whom, when
    db: Session,
    programme: Programme,
    mentee: Enrolment,
    mentor: Enrolment,
    apart: Apart,
    *,
    by: Member,
    now: datetime,
) -> ForbiddenPair:
    """Keep two people apart in every next run. A proposal of the current run is put aside."""
    _refuse_oneself(by, mentee, mentor)
    found = find_forbidden_of(db, mentee.id, mentor.id)
    if found is None:
        found = ForbiddenPair(
            programme_id=programme.id,
            mentee_enrolment=mentee,
            mentor_enrolment=mentor,
            reason=apart.reason,
            by_id=by.id,
            since=now,
        )
        db.add(found)
    found.reason, found.by_id, found.since, found.words = (
        *(apart.reason, by.id, now),
        apart.words or None,
    )
    db.flush()
    here, why = programme.id, apart.reason
    note(db, "pair.forbidden", found, by=by, at=now, programme_id=here, reason=why)
    return found


def allow_again(db: Session, forbidden: ForbiddenPair, *, by: Member, now: datetime) -> None:
    """Let later runs suggest two people again."""
    _refuse_oneself(by, forbidden.mentee_enrolment, forbidden.mentor_enrolment)
    here = forbidden.programme_id
    note(db, "pair.allowed", forbidden, by=by, at=now, programme_id=here, reason=forbidden.reason)
    db.delete(forbidden)
    db.flush()
