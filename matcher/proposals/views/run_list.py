"""The runs of a programme in a list, and whether another could begin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.programmes.models import Programme
from matcher.programmes.models.choices import OBJECTIVES
from matcher.proposals.models import MatchRun, RunState
from matcher.proposals.models.choices import RUN_STATES

UNFINISHED = {RunState.QUEUED, RunState.RUNNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInList:
    id: UUID
    number: int
    created_at: datetime
    by: str
    state: str
    is_unfinished: bool
    is_current: bool
    repeats: int | None
    covered: int | None
    needs: int | None
    total: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Who could be in a run now, and who is not there yet."""

    mentees: int
    mentors: int
    places: int
    drafts: int
    not_ready: int

    @property
    def is_possible(self) -> bool:
        return self.mentees > 0 and self.mentors > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsPage:
    programme: str
    programme_id: UUID
    objective: str
    ready: Readiness
    runs: tuple[RunInList, ...]

    @property
    def unfinished(self) -> RunInList | None:
        return next((run for run in self.runs if run.is_unfinished), None)


def runs_page(
    programme: Programme,
    runs: Iterable[tuple[MatchRun, str | None]],
    ready: Readiness,
    language: Language,
) -> RunsPage:
    return RunsPage(
        programme=programme.name(language),
        programme_id=programme.id,
        objective=OBJECTIVES[programme.objective],
        ready=ready,
        runs=tuple(_in_list(run, by or "", programme) for run, by in runs),
    )


def readiness(
    free: Mapping[Side, tuple[int, int]], counts: Mapping[tuple[str, str], int]
) -> Readiness:
    """Say who can be in a run with a place free (people, places), and who waits but cannot."""
    mentees, (mentors, places) = free.get(Side.MENTEE, (0, 0))[0], free.get(Side.MENTOR, (0, 0))
    waiting = sum(number for (_, state), number in counts.items() if state == "waiting")
    return Readiness(
        mentees=mentees,
        mentors=mentors,
        places=places,
        drafts=sum(number for (_, state), number in counts.items() if state == "draft"),
        not_ready=max(waiting - mentees - mentors, 0),
    )


def _in_list(run: MatchRun, by: str, programme: Programme) -> RunInList:
    summary = run.summary
    return RunInList(
        id=run.id,
        number=run.number,
        created_at=run.created_at,
        by=by,
        state=RUN_STATES[run.state],
        is_unfinished=run.state in UNFINISHED,
        is_current=programme.current_run_id == run.id,
        repeats=summary.get("number"),
        covered=summary.get("covered"),
        needs=summary.get("needs"),
        total=run.total,
    )
