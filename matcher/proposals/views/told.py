"""Pairs that know of each other, as their coordinator follows them: who says what, who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.proposals.models import Proposal, ProposalState, Question
from matcher.proposals.models.choices import ANSWERS, DECLINE_REASONS, STATES

SHADES = {
    ProposalState.OFFERED: "open",
    ProposalState.AGREED: "meet",
    ProposalState.DECLINED: "care",
    ProposalState.EXPIRED: "care",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCall:
    """Somebody without an e-mail address: a coordinator calls."""

    proposal_id: UUID
    name: str
    phone: str
    side: Side


def calls_for(proposal: Proposal) -> list[ToCall]:
    people: list[tuple[Side, Member]] = [(s, proposal.enrolment_on(s).member) for s in Side]
    return [
        ToCall(proposal_id=proposal.id, name=member.name, phone=member.phone or "", side=side)
        for side, member in people
        if not member.email
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPair:
    """A proposal that two people know of, as their coordinator follows it."""

    id: UUID
    mentee: str
    mentor: str
    mentee_answer: Sentence
    mentor_answer: Sentence
    state: str
    shade: str
    answer_by: date | None
    waits: bool
    calls: tuple[ToCall, ...]


def told_pairs(proposals: Iterable[Proposal]) -> tuple[ToldPair, ...]:
    return tuple(
        ToldPair(
            id=each.id,
            mentee=each.mentee_enrolment.member.name,
            mentor=each.mentor_enrolment.member.name,
            mentee_answer=answer_words(each, Side.MENTEE),
            mentor_answer=answer_words(each, Side.MENTOR),
            state=STATES[each.state],
            shade=SHADES.get(each.state, ""),
            answer_by=each.answer_by,
            waits=each.state == ProposalState.OFFERED,
            calls=tuple(calls_for(each)) if each.state == ProposalState.OFFERED else (),
        )
        for each in proposals
    )


def answer_words(proposal: Proposal, side: Side) -> Sentence:
    """Say an answer with its reason: for coordinators only."""
    answer = sentence(ANSWERS[proposal.answer_of(side)])
    reason = proposal.mentor_reason if side == Side.MENTOR else proposal.mentee_reason
    if reason not in DECLINE_REASONS:
        return answer
    return sentence(
        N_("%(answer)s: %(reason)s"), answer=answer, reason=sentence(DECLINE_REASONS[reason])
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked:
    id: UUID
    asker: str
    about: str
    words: str
    is_answered: bool
    can_be_told: bool


def questions_asked(questions: Iterable[Question]) -> tuple[QuestionAsked, ...]:
    return tuple(question_asked(each) for each in questions)


def question_asked(question: Question) -> QuestionAsked:
    asker = question.proposal.enrolment_on(question.side).member
    return QuestionAsked(
        id=question.id,
        asker=asker.name,
        about=question.proposal.enrolment_on(question.side.other).member.name,
        words=question.words or "",
        is_answered=question.answered_at is not None,
        can_be_told=bool(asker.email),
    )
