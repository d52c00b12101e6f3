"""How the demo's pairs come to be: found, approved, told, and answered by both."""

from contextlib import suppress
from uuid import UUID

from sqlalchemy import select

from matcher.demo.story import Story, hanna_of, programme_of
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.proposals.models import Answer, MatchRun, Proposal
from matcher.proposals.services.answers import Reply, answer_proposal
from matcher.proposals.services.publishing import Day, note_published, offer
from matcher.proposals.services.review import Choice, Decision, decide
from matcher.proposals.services.runs import start_run
from matcher.proposals.work.run import match_run


def match(story: Story, day: int) -> None:
    with story.doors.writing() as db:
        run = start_run(
            db, programme_of(db, story), by=hanna_of(db, story), now=story.at(day, hour=10)
        )
        run_id = run.id
    match_run(story.work(story.at(day, hour=11), run_id))


def publish(story: Story, day: int) -> None:
    """Approve all but the two weakest pairs, and tell people."""
    now = story.at(day, hour=14)
    with story.doors.reading() as db:
        run_id = programme_of(db, story).current_run_id
        of_run = select(Proposal.id).where(Proposal.run_id == run_id)
        ids = db.scalars(of_run.order_by(Proposal.affinity, Proposal.id)).all()
    for number, proposal_id in enumerate(ids):
        decision = Decision.REJECT if number < 2 else Decision.APPROVE  # noqa: PLR2004  # two
        with story.doors.writing() as db:
            proposal = db.get_one(Proposal, proposal_id)
            choice = Choice(decision=decision, seen=proposal.version)
            decide(db, proposal, choice, by=hanna_of(db, story), now=now)
            offer(db, proposal, by=hanna_of(db, story), day=Day(now=now, today=now.date()))
    with story.doors.writing() as db:
        if run_id:
            note_published(db, db.get_one(MatchRun, run_id), by=hanna_of(db, story), now=now)


def answer(story: Story, proposal_id: UUID, day: int) -> None:
    """Each side answers on a day of its own, if at all; the people of the demo say yes."""
    for side in Side:
        if not story.life.answers_today():
            continue
        with suppress(RuleBroken), story.doors.writing() as db:
            proposal = db.get_one(Proposal, proposal_id)
            member = proposal.enrolment_on(side).member
            yes = story.life.says_yes() if member.password_hash is None else True
            if proposal.answer_of(side) != Answer.PENDING or yes is None:
                continue
            reason = None if yes else "time"
            reply = Reply(side=side, answer=Answer.YES if yes else Answer.NO, reason=reason)
            answer_proposal(db, proposal, reply, by=member, now=story.at(day, hour=19))
