"""Questions that people ask before deciding. A coordinator answers, and may pass them on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.services import Occasion
from matcher.proposals.models import Answer, Proposal, ProposalState, Question
from matcher.proposals.services.meanwhile import AboutOneself
from matcher.proposals.services.question_letters import passed_on_letter, reply_letter

MOST = 3
# Who waited for a reply keeps some days to think about it.
TIME_TO_THINK = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorsReply:
    words: str
    pass_on: bool


def ask_question(
    db: Session, proposal: Proposal, words: str, *, by: Member, now: datetime
) -> Question:
    """Keep a question for the coordinators. While it waits, the deadline waits too."""
    side = proposal.side_of(by)
    if side is None:
        raise RuleBroken(N_("This proposal is for two other people."))
    if proposal.state != ProposalState.OFFERED or proposal.answer_of(side) != Answer.PENDING:
        raise RuleBroken(N_("You can ask a question as long as you have not answered."))
    if _count_open(db, proposal, side) >= MOST:
        raise RuleBroken(N_("You have asked three questions. The answers come by mail first."))
    question = Question(proposal=proposal, side=side, asked_at=now)
    question.words = words
    db.add(question)
    db.flush()
    here = proposal.programme_id
    note(db, "question.asked", question, by=by, at=now, programme_id=here, side=str(side))
    return question


def reply_to(
    db: Session, question: Question, reply: CoordinatorsReply, *, by: Member, now: datetime
) -> None:
    """Answer a question by mail, and where a coordinator chooses so tell the other side too."""
    proposal = question.proposal
    if proposal.side_of(by):
        raise AboutOneself
    if question.answered_at:
        raise RuleBroken(N_("This question has been answered already."))
    question.reply = reply.words
    question.answered_at, question.answered_by_id = now, by.id
    _give_time(proposal, now.date())
    db.flush()
    asker = proposal.enrolment_on(question.side).member
    on = Occasion(kind="question.answered", subject_id=question.id)
    write_to(db, asker, reply_letter(question), on=on, now=now)
    if reply.pass_on:
        other = proposal.enrolment_on(question.side.other).member
        on = Occasion(kind="question.passed_on", subject_id=question.id)
        write_to(db, other, passed_on_letter(question), on=on, now=now)
    note(
        db,
        "question.answered",
        question,
        by=by,
        at=now,
        programme_id=proposal.programme_id,
        kind="passed_on" if reply.pass_on else "asker_only",
    )


def _give_time(proposal: Proposal, today: date) -> None:
    if proposal.state == ProposalState.OFFERED and proposal.answer_by:
        proposal.answer_by = max(proposal.answer_by, today + TIME_TO_THINK)


def _count_open(db: Session, proposal: Proposal, side: Side) -> int:
    mine = Question.proposal_id == proposal.id, Question.side == side
    query = select(func.count(Question.id)).where(*mine, Question.answered_at.is_(None))
    return db.scalar(query) or 0
