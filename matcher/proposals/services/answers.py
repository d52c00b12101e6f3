"""What becomes of an answer: nobody can tell from anything what the other side has said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.services import begin_pairing
from matcher.programmes.models import Avoidance
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.queries.places import has_own_place
from matcher.proposals.services.availability import both, hold, is_available
from matcher.proposals.services.closing import close_proposal, release
from matcher.proposals.services.states import Deed, move_proposal


class Outcome(StrEnum):
    """What an answer led to, for whoever gave it."""

    KEPT = "kept"  # whatever the other side has said, or not yet
    PAIRED = "paired"
    ENDED = "ended"  # the proposal had become impossible: the answer changes nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One side's answer; a no has the kind of its reason, and perhaps words about it."""

    side: Side
    answer: Answer
    reason: str | None = None
    words: str = ""
    # Why a coordinator answers for somebody; empty when they answer themselves.
    on_behalf: str = ""


def answer_proposal(
    db: Session, proposal: Proposal, reply: Reply, *, by: Member, now: datetime
) -> Outcome:
    """Record one side's answer. After two it becomes a pairing, or ends."""
    hold(db, both(proposal))
    db.refresh(proposal)  # the other one may have answered while we waited for it
    _refuse_late(proposal, reply.side, by=by)
    if not is_available(proposal):
        close_proposal(db, proposal, ProposalState.STALE, Deed(by=None, now=now, reason="left"))
        return Outcome.ENDED
    _record(db, proposal, reply, by=by, now=now)
    if reply.answer == Answer.NO:
        _take_to_heart(db, proposal, reply.side, now=now)
    if Answer.PENDING in {proposal.mentor_answer, proposal.mentee_answer}:
        return Outcome.KEPT
    if proposal.is_agreed:
        return _begin(db, proposal, by=by, now=now)
    close_proposal(db, proposal, ProposalState.DECLINED, Deed(by=by, now=now))
    return Outcome.KEPT


def _refuse_late(proposal: Proposal, side: Side, *, by: Member) -> None:
    name = proposal.enrolment_on(side.other).member.name
    if proposal.answer_of(side) != Answer.PENDING:
        if proposal.side_of(by) == side:
            raise RuleBroken(N_("You have already answered about %(name)s."), name=name)
        raise RuleBroken(N_("There is an answer about %(name)s already."), name=name)
    if proposal.state != ProposalState.OFFERED:
        raise RuleBroken(N_("The proposal about %(name)s has ended meanwhile."), name=name)


def _record(db: Session, proposal: Proposal, reply: Reply, *, by: Member, now: datetime) -> None:
    side = reply.side
    setattr(proposal, f"{side}_answer", reply.answer)
    setattr(proposal, f"{side}_answered_at", now)
    if reply.answer == Answer.NO:
        setattr(proposal, f"{side}_reason", reply.reason)
        setattr(proposal, f"{side}_words", reply.words or None)
    if reply.on_behalf:
        proposal.on_behalf = {**proposal.on_behalf, str(side): reply.on_behalf}
    db.flush()  # fails if the other side has answered meanwhile
    whom = str(proposal.enrolment_on(side).member.audit_key) if reply.on_behalf else None
    facts = {"side": str(side), "kind": str(reply.answer), "on_behalf_of": whom}
    here = proposal.programme_id
    note(db, "proposal.answered", proposal, by=by, at=now, programme_id=here, **facts)


def _take_to_heart(db: Session, proposal: Proposal, side: Side, *, now: datetime) -> None:
    """A no frees one's own place at once, and no later run brings the two together again."""
    me, other = proposal.enrolment_on(side), proposal.enrolment_on(side.other)
    ids = {"programme_id": proposal.programme_id, "member_id": me.member_id}
    same = select(Avoidance.id).filter_by(**ids, other_id=other.member_id)
    if db.scalar(same) is None:
        db.add(Avoidance(**ids, other_id=other.member_id, source="declined", since=now))
    release(db, me, now=now)


def _begin(db: Session, proposal: Proposal, *, by: Member, now: datetime) -> Outcome:
    if not all(has_own_place(db, each) for each in both(proposal)):
        close_proposal(db, proposal, ProposalState.STALE, Deed(by=None, now=now, reason="full"))
        return Outcome.ENDED
    today = now.astimezone(ZoneInfo(proposal.programme.zone)).date()
    proposal.pairing = begin_pairing(db, *both(proposal), since=today, now=now, by=by)
    move_proposal(db, proposal, ProposalState.AGREED, Deed(by=by, now=now))
    return Outcome.PAIRED
