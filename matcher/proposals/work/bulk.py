"""Deciding about many pairs, and telling many: each pair wholly done or untouched."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.jobs.work import Work
from matcher.members.models import Member
from matcher.proposals.models import Proposal
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.publishing import Day, note_published, offer
from matcher.proposals.services.review import Choice, Decision, decide

Do = Callable[[Session, Proposal, Member], None]


def decide_proposals(work: Work) -> None:
    """Decide about pairs as a coordinator asked. What others decided meanwhile stays so."""
    versions = {UUID(pair): version for pair, version in work.payload["pairs"]}
    decision, reason = Decision(work.payload["decision"]), work.payload.get("reason", "")

    def do(db: Session, proposal: Proposal, by: Member) -> None:
        choice = Choice(decision=decision, seen=versions[proposal.id], reason=reason)
        decide(db, proposal, choice, by=by, now=work.now())

    _each(work, list(versions), do)


def publish_proposals(work: Work) -> None:
    """Tell both people of each pair. What cannot be told stays approved."""
    chosen = work.payload.get("answer_by")
    answer_by = date.fromisoformat(chosen) if chosen else None

    def do(db: Session, proposal: Proposal, by: Member) -> None:
        now = work.now()
        day = Day(now=now, today=_today(proposal, now), answer_by=answer_by)
        told = offer(db, proposal, by=by, day=day) is None
        if told and proposal.run:
            note_published(db, proposal.run, by=by, now=now)

    _each(work, [UUID(pair) for pair in work.payload["pairs"]], do)


def _each(work: Work, ids: list[UUID], do: Do) -> None:
    """Do one pair in one transaction; a pair that a rule forbids holds up no other."""
    for number, proposal_id in enumerate(ids):
        work.report("pairs", number / len(ids))
        try:
            with work.write() as db:
                proposal = get_proposal(db, proposal_id)
                by = db.get(Member, UUID(work.payload["by"]))
                if proposal and by and proposal.programme_id in by.coordinates:
                    do(db, proposal, by)
        except RuleBroken:
            continue


def _today(proposal: Proposal, now: datetime) -> date:
    return now.astimezone(ZoneInfo(proposal.programme.zone)).date()
