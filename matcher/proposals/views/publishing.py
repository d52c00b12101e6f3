"""What a coordinator reads before and after two people are told of each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.proposals.models import MatchRun, Proposal, ProposalState, Question
from matcher.proposals.models.choices import ANSWERS, DECLINE_REASONS, STATES
from matcher.proposals.services.letters import offer_letter
from matcher.proposals.services.publishing import Hindrance

WHY_NOT = {
    Hindrance.UNCONFIRMED: N_("not confirmed yet; as soon as they confirm, you can publish it"),
    Hindrance.FULL: N_("no place is free any more"),
    Hindrance.GONE: N_("somebody has stopped or paused"),
    Hindrance.NOT_APPROVED: N_("not approved"),
}
SHADES = {
    ProposalState.OFFERED: "open",
    ProposalState.AGREED: "meet",
    ProposalState.DECLINED: "care",
    ProposalState.EXPIRED: "care",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    id: UUID
    mentee: str
    mentor: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCall:
    """Somebody without an e-mail address: a coordinator calls."""

    proposal_id: UUID
    name: str
    phone: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A mail as its reader will read it, in their own language."""

    language: Language
    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPage:
    run_id: UUID
    number: int
    programme_id: UUID
    ready: int
    blocked: tuple[Blocked, ...]
    calls: tuple[ToCall, ...]
    mails: int
    answer_by: date
    letters: tuple[Preview, ...]


def publish_page(
    run: MatchRun,
    approved: Sequence[Proposal],
    hindrances: Mapping[UUID, Hindrance],
    *,
    today: date,
) -> PublishPage:
    ready = [each for each in approved if each.id not in hindrances]
    calls = tuple(call for each in ready for call in calls_for(each))
    answer_by = today + timedelta(days=run.programme.answer_days)
    return PublishPage(
        run_id=run.id,
        number=run.number,
        programme_id=run.programme_id,
        ready=len(ready),
        blocked=tuple(
            Blocked(
                id=each.id,
                mentee=each.mentee_enrolment.member.name,
                mentor=each.mentor_enrolment.member.name,
                why=WHY_NOT[hindrances[each.id]],
            )
            for each in approved
            if each.id in hindrances
        ),
        calls=calls,
        mails=2 * len(ready) - len(calls),
        answer_by=answer_by,
        letters=tuple(_preview(ready[0], side, answer_by) for side in Side) if ready else (),
    )


def _preview(proposal: Proposal, side: Side, answer_by: date) -> Preview:
    letter = offer_letter(proposal, side, answer_by)
    language = proposal.enrolment_on(side).member.language
    return Preview(
        language=language,
        subject=say(letter.subject, language),
        paragraphs=tuple(p if isinstance(p, str) else say(p, language) for p in letter.paragraphs),
    )


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
