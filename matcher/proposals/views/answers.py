"""Who answered, who asked, who said no and why; and who could come next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.sheets import Cell, Sheet
from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.programmes.views.words import told
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.models.choices import DECLINE_REASONS, STATES
from matcher.proposals.queries.next_best import NextBest
from matcher.proposals.views.told import SHADES, ToCall, answer_words, calls_for

PARTS = {
    "all": N_("All"),
    "waiting": N_("Waits for answers"),
    "half": N_("One answered"),
    "asked": N_("Asked a question"),
    "agreed": N_("Both said yes"),
    "declined": N_("Declined"),
    "expired": N_("No answer in time"),
    "ended": N_("Ended otherwise"),
}
HEADINGS = (
    *(N_("Mentee"), N_("Mentor"), N_("Mentee says"), N_("Mentor says"), N_("Question waits")),
    *(N_("Answer by"), N_("Reminded on"), N_("State")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """A pair that was told: what each says, what is asked, until when."""

    id: UUID
    mentee: str
    mentor: str
    mentee_answer: Sentence
    mentor_answer: Sentence
    state: str
    shade: str
    answer_by: date | None
    waits: bool
    question_id: UUID | None
    reminded_at: datetime | None
    calls: tuple[ToCall, ...]


def answer_lines(
    found: Iterable[Proposal], asked: Mapping[UUID, UUID], reminded: Mapping[UUID, datetime]
) -> tuple[AnswerLine, ...]:
    return tuple(
        AnswerLine(
            id=each.id,
            mentee=each.mentee_enrolment.member.name,
            mentor=each.mentor_enrolment.member.name,
            mentee_answer=answer_words(each, Side.MENTEE),
            mentor_answer=answer_words(each, Side.MENTOR),
            state=STATES[each.state],
            shade=SHADES.get(each.state, ""),
            answer_by=each.answer_by,
            waits=each.state == ProposalState.OFFERED,
            question_id=asked.get(each.id),
            reminded_at=reminded.get(each.id),
            calls=tuple(calls_for(each)) if each.state == ProposalState.OFFERED else (),
        )
        for each in found
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLine:
    """A mentee who is left: what ended and why, and who could come next."""

    mentee_id: UUID
    mentee: str
    what: Sentence
    mentor_id: UUID | None
    mentor: str
    affinity: float
    costs: float
    fewer: int


def left_lines(found: Iterable[NextBest]) -> tuple[LeftLine, ...]:
    return tuple(
        LeftLine(
            mentee_id=each.ended.mentee_enrolment_id,
            mentee=each.ended.mentee_enrolment.member.name,
            what=_what(each.ended),
            mentor_id=each.mentor.id if each.mentor else None,
            mentor=each.mentor.member.name if each.mentor else "",
            affinity=each.affinity,
            costs=each.costs,
            fewer=each.fewer,
        )
        for each in found
    )


def _what(ended: Proposal) -> Sentence:
    """Say what became of the proposal: for coordinators only."""
    names = {side: ended.enrolment_on(side).member.name for side in Side}
    for side in Side:
        reason = ended.mentor_reason if side == Side.MENTOR else ended.mentee_reason
        if ended.answer_of(side) == Answer.NO:
            why = sentence(DECLINE_REASONS.get(reason or "", DECLINE_REASONS["other"]))
            return sentence(N_("%(name)s said no: %(why)s"), name=names[side], why=why)
    late = [name for side, name in names.items() if ended.answer_of(side) == Answer.PENDING]
    if ended.state == ProposalState.EXPIRED and late:
        return sentence(N_("No answer in time from %(names)s"), names=", ".join(late))
    return sentence(N_("%(name)s has stopped or paused"), name=names[Side.MENTOR])


def answer_sheet(lines: Iterable[AnswerLine], language: Language) -> Sheet:
    return Sheet(
        title=told(N_("Answers"), language),
        headings=tuple(told(each, language) for each in HEADINGS),
        rows=(_row(each, language) for each in lines),
    )


def _row(line: AnswerLine, language: Language) -> tuple[Cell, ...]:
    answers = say(line.mentee_answer, language), say(line.mentor_answer, language)
    asked = told(N_("Yes"), language) if line.question_id else ""
    state = told(line.state, language)
    return line.mentee, line.mentor, *answers, asked, line.answer_by, line.reminded_at, state
