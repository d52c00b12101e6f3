"""What one side is shown of a proposal. There is no place in it for the other side's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.topics import labels
from matcher.programmes.views.words import week
from matcher.proposals.models import Answer, Proposal, ProposalState, Question
from matcher.proposals.views.people import Portrait, portrait
from matcher.proposals.views.words_met import Met, own_texts, words_met


@dataclass(frozen=True, slots=True, kw_only=True)
class MyQuestion:
    words: str
    reply: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalForMember:
    """One side's view, equal to the byte whatever the other side has said, until it is over."""

    id: UUID
    programme: str
    contact: str
    is_mentor: bool
    me: Portrait
    partner: Portrait
    met: tuple[Met, ...]
    topics: tuple[str, ...]
    week: tuple[str, ...]
    my_answer: Answer
    answer_by: date | None
    is_over: bool
    pairing_id: UUID | None
    questions: tuple[MyQuestion, ...]

    @property
    def asks(self) -> bool:
        """Whether my answer is still wanted."""
        return self.my_answer == Answer.PENDING and not self.is_over


def for_member(
    member: Member, proposal: Proposal, questions: Sequence[Question], language: Language
) -> ProposalForMember:
    side = proposal.side_of(member) or Side.MENTEE
    met = words_met(
        proposal.reasons,
        own_texts(proposal.mentee_enrolment),
        own_texts(proposal.mentor_enrolment),
    )
    words = {Side.MENTEE: [each.need for each in met], Side.MENTOR: [each.offer for each in met]}
    return ProposalForMember(
        id=proposal.id,
        programme=proposal.programme.name(language),
        contact=proposal.programme.contact.name,
        is_mentor=side == Side.MENTOR,
        me=portrait(proposal.enrolment_on(side), words[side], language),
        partner=portrait(proposal.enrolment_on(side.other), words[side.other], language),
        met=tuple(met),
        topics=tuple(labels(proposal.reasons.get("topics_met", ()), language)),
        week=tuple(week(proposal.reasons.get("slots", ()), language)),
        my_answer=proposal.answer_of(side),
        answer_by=proposal.answer_by,
        is_over=proposal.state not in {ProposalState.OFFERED, ProposalState.AGREED},
        pairing_id=proposal.pairing_id,
        questions=tuple(
            MyQuestion(words=each.words or "", reply=each.reply or "") for each in questions
        ),
    )
