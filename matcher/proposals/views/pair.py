"""Two people side by side, as a coordinator weighs them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.foundation.words import Language, Sentence
from matcher.guidance.tips import Side
from matcher.matching.result import Reason
from matcher.matching.rules import explain
from matcher.programmes.models import Enrolment
from matcher.programmes.topics import labels
from matcher.programmes.views.words import week
from matcher.proposals.models import Answer, Proposal, ProposalState, Question
from matcher.proposals.models.choices import STATES
from matcher.proposals.queries.by_hand import Before, Standing
from matcher.proposals.queries.neighbours import Neighbours
from matcher.proposals.services.next_best import NEXT_BEST
from matcher.proposals.services.undoing import is_of_earlier_run, may_bring_back
from matcher.proposals.views.by_hand import Earlier, earlier
from matcher.proposals.views.comparing import Compared, compare
from matcher.proposals.views.criteria import Part, parts, weak_spot
from matcher.proposals.views.lines import BADGES, UNDOABLE
from matcher.proposals.views.people import Portrait, portrait
from matcher.proposals.views.told import (
    QuestionAsked,
    ToCall,
    answer_words,
    calls_for,
    questions_asked,
)
from matcher.proposals.views.whole import Alternate, Whole, alternates, effect, wanting, whole
from matcher.proposals.views.words_met import Met, own_texts, words_met


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """One side's answer, for coordinators."""

    side: Side
    name: str
    answer: Sentence
    words: str
    on_behalf: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    id: UUID
    version: int
    programme_id: UUID
    run_id: UUID | None
    run_number: int | None
    mentee: Portrait
    mentor: Portrait
    affinity: float
    parts: tuple[Part, ...]
    met: tuple[Met, ...]
    topics_met: tuple[str, ...]
    topics_missing: tuple[str, ...]
    weak: str
    compared: tuple[Compared, ...]
    shared_times: tuple[str, ...]
    alternates: tuple[Alternate, ...]
    wanting: tuple[Alternate, ...]  # mentees for whom this mentor would come next
    is_unexplained: bool  # the engine's breakdown follows in a moment
    effect: tuple[int, float] | None  # people who have somebody, and affinity, by this pair
    state: ProposalState
    state_words: str
    badge: tuple[str, str]
    is_open: bool
    may_undo: bool
    locked: bool
    note: str
    decided_by: str
    decided_at: datetime | None
    answer_by: date | None
    answers: tuple[AnswerGiven, ...]
    calls: tuple[ToCall, ...]
    questions: tuple[QuestionAsked, ...]
    unconfirmed: tuple[str, ...]
    place: Neighbours
    mentee_id: UUID
    mentor_id: UUID
    by_hand: bool
    overruled: tuple[Sentence, ...]
    why: str
    may_swap: bool
    earlier: tuple[Earlier, ...]
    whole: Whole

    @property
    def most(self) -> float:
        return max((part.most for part in self.parts), default=0.0)

    @property
    def is_told(self) -> bool:
        return bool(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands around a pair: alternates, names, its neighbours and its questions."""

    alternates: Iterable[Enrolment]
    names: Mapping[UUID, str]
    place: Neighbours
    questions: Sequence[Question]
    before: Sequence[Before]
    standing: Standing


def pair_page(proposal: Proposal, beside: Beside, language: Language) -> PairPage:
    mentee, mentor, reasons = proposal.mentee_enrolment, proposal.mentor_enrolment, proposal.reasons
    met = words_met(reasons, own_texts(mentee), own_texts(mentor))
    return PairPage(
        id=proposal.id,
        version=proposal.version,
        programme_id=proposal.programme_id,
        run_id=proposal.run_id,
        run_number=proposal.run.number if proposal.run else None,
        mentee=portrait(mentee, [each.need for each in met], language),
        mentor=portrait(mentor, [each.offer for each in met], language),
        affinity=proposal.affinity,
        parts=parts(reasons, language),
        met=tuple(met),
        topics_met=tuple(labels(reasons.get("topics_met", ()), language)),
        topics_missing=tuple(labels(reasons.get("topics_missing", ()), language)),
        weak=weak_spot(reasons.get("topics_met", ()), language, has_wishes=bool(mentee.topics)),
        compared=tuple(compare(mentee, mentor, language)),
        shared_times=tuple(week([s for s in mentee.slots if s in mentor.slots], language)),
        alternates=tuple(alternates(reasons.get("alternates", ()), "offer", beside.alternates)),
        wanting=tuple(wanting(proposal, beside.alternates)),
        is_unexplained=bool(reasons.get(NEXT_BEST)) and not reasons.get("contributions"),
        effect=effect(reasons.get("effect")),
        state=proposal.state,
        state_words=STATES[proposal.state],
        badge=BADGES.get(proposal.state, ("", "")),
        is_open=proposal.state == ProposalState.SUGGESTED,
        may_undo=proposal.state in UNDOABLE or may_bring_back(proposal),
        locked=proposal.locked,
        note=proposal.note or "",
        decided_by=beside.names.get(proposal.decided_by_id, "") if proposal.decided_by_id else "",
        decided_at=proposal.decided_at,
        answer_by=proposal.answer_by,
        answers=_answers(proposal) if proposal.offered_at else (),
        calls=tuple(calls_for(proposal)),
        questions=questions_asked(beside.questions),
        unconfirmed=tuple(e.member.name for e in (mentee, mentor) if not e.is_confirmed),
        place=beside.place,
        mentee_id=mentee.id,
        mentor_id=mentor.id,
        by_hand=proposal.by_hand,
        overruled=tuple(explain(Reason(code=code)) for code in proposal.overruled),
        why=proposal.why or "",
        may_swap=proposal.run_id is not None and not is_of_earlier_run(proposal),
        earlier=earlier(beside.before),
        whole=whole(proposal, beside.standing),
    )


def _answers(proposal: Proposal) -> tuple[AnswerGiven, ...]:
    words = {Side.MENTEE: proposal.mentee_words, Side.MENTOR: proposal.mentor_words}
    return tuple(
        AnswerGiven(
            side=side,
            name=proposal.enrolment_on(side).member.name,
            answer=answer_words(proposal, side),
            words=words[side] or "",
            on_behalf=proposal.on_behalf.get(side, ""),
            is_open=proposal.state == ProposalState.OFFERED
            and proposal.answer_of(side) == Answer.PENDING,
        )
        for side in Side
    )
