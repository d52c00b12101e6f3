"""How far a run is, and why it did not succeed."""

from dataclasses import dataclass

from matcher.foundation.words import N_, Sentence, sentence
from matcher.jobs.models import Job, JobState
from matcher.proposals.models import MatchRun, RunState

PHASES = {
    "": N_("waits for its turn"),
    "reading": N_("reads what people wrote"),
    "solving": N_("looks for the best arrangement"),
    "proving": N_("proves that nothing better exists"),
    "explaining": N_("writes down the reasons"),
    "keeping": N_("keeps the result"),
    "done": N_("keeps the result"),
}
STUCK = sentence(N_("The computing stopped several times. Try again, or ask the administrator."))
UNFINISHED = {RunState.QUEUED, RunState.RUNNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """For `progress_bar`."""

    label: Sentence
    percent: int
    sentence: str
    is_running: bool


def progress(run: MatchRun, job: Job | None) -> Progress:
    phase = job.phase if job else ""
    return Progress(
        label=sentence(N_("Run %(number)d is at work"), number=run.number),
        percent=percent(job),
        sentence=PHASES.get(phase, ""),
        is_running=run.state in UNFINISHED and not _is_stuck(run, job),
    )


def percent(job: Job | None) -> int:
    return round((job.progress if job else 0.0) * 100)


def _is_stuck(run: MatchRun, job: Job | None) -> bool:
    ended = job is not None and job.state in {JobState.PARKED, JobState.FAILED}
    return run.state in UNFINISHED and ended


def failure(run: MatchRun, job: Job | None) -> Sentence | None:
    if _is_stuck(run, job):
        return STUCK
    told = run.summary.get("failed")
    return Sentence.from_json(told) if run.state == RunState.FAILED and told else None
