"""One run as coordinators see it: what came out, how good it can be, who is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from matcher.foundation.words import N_, Language, Sentence
from matcher.jobs.models import Job
from matcher.matching.result import Reason
from matcher.matching.rules import explain
from matcher.programmes.models.choices import OBJECTIVES
from matcher.programmes.topics import labels
from matcher.programmes.views.words import language_names, told
from matcher.proposals.models import Leftover, MatchRun, ProposalState, RunState
from matcher.proposals.models.choices import MEETS, RUN_STATES
from matcher.proposals.views.difference import Change, change_of, named_in
from matcher.proposals.views.progress import UNFINISHED, Progress, failure, progress

PROVEN = 1e-6  # affinities are compared in whole millionths


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    id: UUID
    name: str
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scarce:
    """One more place like this mentor's, and what it would be worth to the whole."""

    name: str
    worth: float
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of a finished run."""

    total: float
    bound: float
    gap: float
    is_proven: bool
    seconds: float
    needs: int
    offers: int
    places: int
    suggestions: int
    covered: int
    good: int
    mentors_used: int
    free: tuple[str, ...]
    free_count: int
    worst: float | None
    worst_name: str
    tenth: float | None
    histogram: tuple[int, ...]
    locked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupServed:
    """How well a group of ten mentees and more is served; who has nobody counts 0."""

    kind: str
    group: str
    size: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    id: UUID
    number: int
    programme: str
    programme_id: UUID
    created_at: datetime
    seed: int
    objective: str
    state: RunState
    state_words: str
    is_current: bool
    progress: Progress | None
    failed: Sentence | None
    repeats: int | None
    is_same: bool
    result_hash: str
    outcome: Outcome | None
    counts: Mapping[str, int]
    left: tuple[Left, ...]
    scarce: tuple[Scarce, ...]
    change: Change | None
    groups: tuple[GroupServed, ...]
    looks: tuple[Sentence, ...]  # what to look at first, of what people wrote

    @property
    def left_count(self) -> int:
        return self.outcome.needs - self.outcome.covered if self.outcome else 0

    @property
    def may_retry(self) -> bool:
        return self.failed is not None

    def count(self, *states: str) -> int:
        return sum(self.counts.get(state, 0) for state in states)


def names_needed(run: MatchRun) -> set[UUID]:
    """Whose names the run's page speaks of."""
    summary = run.summary
    worst = [summary["worst"]["need"]] if summary.get("worst") else []
    scarce = [each["offer"] for each in summary.get("scarcity", ())]
    wrote = [id_ for each in summary.get("notices", ()) for id_ in each["values"].values()]
    found = {UUID(each) for each in (*summary.get("free", ()), *worst, *scarce, *wrote)}
    return found | named_in(summary.get("change"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a run: its job, names, counts and who is left."""

    job: Job | None
    names: Mapping[UUID, str]
    counts: Mapping[ProposalState, int]
    left: Sequence[Leftover]


def run_page(run: MatchRun, around: Around, language: Language) -> RunPage:
    summary, programme = run.summary, run.programme
    return RunPage(
        id=run.id,
        number=run.number,
        programme=programme.name(language),
        programme_id=programme.id,
        created_at=run.created_at,
        seed=run.seed,
        objective=OBJECTIVES[run.settings["objective"]],
        state=run.state,
        state_words=RUN_STATES[run.state],
        is_current=programme.current_run_id == run.id,
        progress=progress(run, around.job) if run.state in UNFINISHED else None,
        failed=failure(run, around.job),
        repeats=summary.get("number"),
        is_same=run.result_hash is not None and run.result_hash == summary.get("expected"),
        result_hash=run.result_hash or "",
        outcome=_outcome(run, around.names),
        counts={str(state): number for state, number in around.counts.items()},
        left=tuple(_left(each) for each in around.left),
        scarce=tuple(_scarce(each, around.names, language) for each in summary.get("scarcity", ())),
        change=change_of(summary.get("change"), around.names),
        groups=tuple(_group(each, language) for each in summary.get("groups", ())),
        looks=tuple(_look(each, around.names) for each in summary.get("notices", ())),
    )


def _outcome(run: MatchRun, names: Mapping[UUID, str]) -> Outcome | None:
    summary = run.summary
    if run.total is None or "needs" not in summary:
        return None
    worst = summary["worst"]
    bound, gap = run.bound or 0.0, run.gap or 0.0
    return Outcome(
        total=run.total,
        bound=bound,
        gap=gap,
        is_proven=bound - run.total <= PROVEN * max(summary["suggestions"], 1),
        seconds=run.seconds or 0.0,
        free=tuple(_name(names, each) for each in summary["free"]),
        worst=worst["affinity"] if worst else None,
        worst_name=_name(names, worst["need"]) if worst else "",
        histogram=tuple(summary["histogram"]),
        **{key: summary[key] for key in FIGURES},
    )


KINDS = {
    "organisation": N_("Organisation"),
    "meeting": N_("Way of meeting"),
    "language": N_("Speaks"),
}


def _group(each: Mapping[str, Any], language: Language) -> GroupServed:
    kind, group = each["kind"], each["group"]
    if kind == "language":
        group = language_names([group], language)[0]
    elif kind == "meeting":
        group = told(MEETS[group], language)
    return GroupServed(kind=KINDS[kind], group=group, size=each["size"], mean=each["mean"])


def _left(left: Leftover) -> Left:
    return Left(
        id=left.enrolment_id,
        name=left.enrolment.member.name,
        reasons=tuple(Sentence.from_json(each["sentence"]) for each in left.reasons),
    )


def _scarce(each: Mapping[str, Any], names: Mapping[UUID, str], language: Language) -> Scarce:
    return Scarce(
        name=_name(names, each["offer"]),
        worth=each["worth"],
        topics=tuple(labels(each["topics"], language)),
    )


def _look(each: Mapping[str, Any], names: Mapping[UUID, str]) -> Sentence:
    people = {key: _name(names, id_) for key, id_ in each["values"].items()}
    return explain(Reason(code=each["code"], values=people))


def _name(names: Mapping[UUID, str], enrolment_id: str) -> str:
    return names.get(UUID(enrolment_id), "–")


FIGURES = (
    *("needs", "offers", "places", "suggestions", "covered", "good"),
    *("mentors_used", "free_count", "tenth", "locked"),
)
