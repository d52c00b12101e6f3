"""Two people a coordinator wonders about: what they would be, and what the whole would become."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.jobs.models import Job
from matcher.matching.result import Reason
from matcher.matching.rules import explain
from matcher.programmes.models import Enrolment
from matcher.programmes.topics import labels
from matcher.proposals.models import ForbiddenPair, Proposal, Weighing
from matcher.proposals.models.choices import REJECT_REASONS, STATES
from matcher.proposals.queries.by_hand import Before, Candidate
from matcher.proposals.services.by_hand import NEVER
from matcher.proposals.services.making_way import way_seen
from matcher.proposals.views.comparing import Compared, compare
from matcher.proposals.views.criteria import Part, parts
from matcher.proposals.views.people import Portrait, portrait
from matcher.proposals.views.progress import percent
from matcher.proposals.views.words_met import Met, own_texts, words_met

MOVES_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Something that was between the two before, in one sentence."""

    on: date | datetime
    sentence: Sentence


def earlier(found: Iterable[Before]) -> tuple[Earlier, ...]:
    return tuple(Earlier(on=each.on, sentence=_said(each)) for each in found)


def _said(each: Before) -> Sentence:
    if each.is_pairing:
        return sentence(N_("They were a pair.")) if each.ended else sentence(N_("They are a pair."))
    state = sentence(STATES[each.state]) if each.state else ""
    if each.number is None:
        return sentence(N_("A proposal by hand: %(state)s"), state=state)
    return sentence(N_("Run %(number)s: %(state)s"), number=each.number, state=state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Whom a mentee would have instead."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The whole without and with the pair, everything else arranged again at its best."""

    covered: tuple[int, int]
    total: tuple[float, float]
    worst: tuple[float, float]
    moves: tuple[Move, ...]
    more: int

    @property
    def costs(self) -> float:
        return self.total[0] - self.total[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakesWay:
    id: UUID
    names: tuple[str, str]
    affinity: float
    state: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedPage:
    id: UUID
    programme_id: UUID
    run_id: UUID
    run_number: int
    percent: int | None  # while it is worked out
    failed: Sentence | None
    mentee: Portrait
    mentor: Portrait
    affinity: float | None
    parts: tuple[Part, ...]
    met: tuple[Met, ...]
    topics_met: tuple[str, ...]
    topics_missing: tuple[str, ...]
    compared: tuple[Compared, ...]
    objections: tuple[Sentence, ...]
    may_make: bool
    makes_way: tuple[MakesWay, ...]
    no_place: Sentence | None
    seen: str
    effect: Effect | None
    earlier: tuple[Earlier, ...]

    @property
    def most(self) -> float:
        return max((part.most for part in self.parts), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around two people who are weighed."""

    job: Job | None
    names: Mapping[UUID, str]
    way: Sequence[Proposal]
    no_place: Sentence | None
    before: Iterable[Before]


def weighed_page(weighing: Weighing, around: Around, language: Language) -> WeighedPage:
    mentee, mentor = weighing.mentee_enrolment, weighing.mentor_enrolment
    outcome, run = weighing.outcome, weighing.run
    why: Mapping[str, Any] = outcome.get("why", {})
    met = words_met(why, own_texts(mentee), own_texts(mentor))
    codes: Sequence[str] = outcome.get("objections", ())
    failed = outcome.get("failed")
    is_current = run.programme.current_run_id == run.id
    return WeighedPage(
        id=weighing.id,
        programme_id=run.programme_id,
        run_id=run.id,
        run_number=run.number,
        percent=None if weighing.finished_at else percent(around.job),
        failed=Sentence.from_json(failed) if failed else None,
        mentee=portrait(mentee, [each.need for each in met], language),
        mentor=portrait(mentor, [each.offer for each in met], language),
        affinity=outcome.get("affinity"),
        parts=parts(why, language),
        met=tuple(met),
        topics_met=tuple(labels(why.get("topics_met", ()), language)),
        topics_missing=tuple(labels(why.get("topics_missing", ()), language)),
        compared=tuple(compare(mentee, mentor, language)),
        objections=tuple(explain(Reason(code=code)) for code in codes),
        may_make="affinity" in outcome
        and is_current
        and not around.no_place
        and not NEVER & set(codes),
        makes_way=tuple(_makes_way(each) for each in around.way),
        no_place=around.no_place,
        seen=" ".join(sorted(way_seen(around.way))),
        effect=_effect(outcome, around.names) if "effect" in outcome else None,
        earlier=earlier(around.before),
    )


def _makes_way(proposal: Proposal) -> MakesWay:
    return MakesWay(
        id=proposal.id,
        names=(proposal.mentee_enrolment.member.name, proposal.mentor_enrolment.member.name),
        affinity=proposal.affinity,
        state=sentence(STATES[proposal.state]),
    )


def _effect(outcome: Mapping[str, Any], names: Mapping[UUID, str]) -> Effect:
    effect, moves = outcome["effect"], outcome["moves"]
    shown = [
        Move(name=_names([need], names), before=_names(before, names), after=_names(after, names))
        for need, (before, after) in moves.items()
    ]
    return Effect(
        covered=tuple(effect["covered"]),
        total=tuple(effect["total"]),
        worst=tuple(effect["worst"]),
        moves=tuple(shown[:MOVES_SHOWN]),
        more=max(len(shown) - MOVES_SHOWN, 0),
    )


def _names(ids: Iterable[str], names: Mapping[UUID, str]) -> str:
    return ", ".join(names.get(UUID(each), "–") for each in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    id: UUID
    name: str
    more: str
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHandPage:
    programme_id: UUID
    run_id: UUID
    run_number: int
    asked: Mapping[str, str]
    mentees: tuple[Choosable, ...]
    mentors: tuple[Choosable, ...]


def choosable(found: Iterable[Candidate], language: Language) -> tuple[Choosable, ...]:
    return tuple(
        Choosable(
            id=each.enrolment.id,
            name=each.enrolment.member.name,
            more=_more(each.enrolment, language),
            partners=each.partners,
        )
        for each in found
    )


def _more(enrolment: Enrolment, language: Language) -> str:
    """Say in a line who this is: work or study, and the first topics."""
    topics = ", ".join(labels(enrolment.topics, language)[:2])
    return "; ".join(text for text in (enrolment.role, topics) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """Two people who are kept apart: by a pair that was put aside, or forbidden outright."""

    id: UUID
    is_proposal: bool
    version: int
    mentee: str
    mentor: str
    reason: Sentence | None
    words: str
    by: str
    on: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOutPage:
    programme_id: UUID
    pairs: tuple[RuledOut, ...]


def ruled_out_page(
    programme_id: UUID,
    forbidden: Iterable[ForbiddenPair],
    rejected: Iterable[Proposal],
    names: Mapping[UUID, str],
) -> RuledOutPage:
    pairs = [_forbidden(each, names) for each in forbidden]
    pairs += [_rejected(each, names) for each in rejected]
    return RuledOutPage(programme_id=programme_id, pairs=tuple(pairs))


def _forbidden(each: ForbiddenPair, names: Mapping[UUID, str]) -> RuledOut:
    return RuledOut(
        id=each.id,
        is_proposal=False,
        version=0,
        mentee=each.mentee_enrolment.member.name,
        mentor=each.mentor_enrolment.member.name,
        reason=sentence(REJECT_REASONS.get(each.reason, each.reason)),
        words=each.words or "",
        by=names.get(each.by_id, "") if each.by_id else "",
        on=each.since,
    )


def _rejected(each: Proposal, names: Mapping[UUID, str]) -> RuledOut:
    return RuledOut(
        id=each.id,
        is_proposal=True,
        version=each.version,
        mentee=each.enrolment_on(Side.MENTEE).member.name,
        mentor=each.enrolment_on(Side.MENTOR).member.name,
        reason=None,
        words=each.note or "",
        by=names.get(each.decided_by_id, "") if each.decided_by_id else "",
        on=each.decided_at,
    )
