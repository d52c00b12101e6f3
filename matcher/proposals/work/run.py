"""Computing a run: its snapshot in, its result out, in a process of its own."""

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.jobs.child import ChildFailed, compute
from matcher.jobs.work import Installation, Work
from matcher.matching.result import Result
from matcher.proposals.models import RunState
from matcher.proposals.queries.runs import get_run
from matcher.proposals.services.results import keep_result
from matcher.proposals.services.runs import fail_run
from matcher.proposals.services.taking import take_up_run

CHILD = "matcher.matching.child"
BROKE = N_("The computing stopped halfway. Try again; the same people are looked at.")


def match_run(work: Work) -> None:
    """Compute a run from a snapshot that is taken only once. Its result appears as a whole."""
    try:
        source = _take_up(work)
        text = compute(work, CHILD, source, more=_cluster(work.settings)) if source else None
    except RuleBroken as refusal:
        _fail(work, refusal.sentence)
        raise
    except ChildFailed as failed:
        _fail(work, sentence(BROKE))
        raise RuleBroken(BROKE) from failed  # trying again by itself would fail again
    if text is None:
        return  # cancelled, or erased, before it began
    work.report("keeping", 1.0)
    result = Result.from_json(text)
    with work.write() as db:
        run = get_run(db, work.subject_id)
        if run and run.state == RunState.RUNNING:
            keep_result(db, run, result, now=work.now())


def _cluster(settings: Installation) -> tuple[str, ...]:
    if not settings.DASK_URL:
        return ()
    return "--dask", settings.DASK_URL, "--dask-from", str(settings.DASK_FROM)


def _take_up(work: Work) -> str | None:
    with work.write() as db:
        run = get_run(db, work.subject_id)
        return take_up_run(db, run, now=work.now()) if run else None


def _fail(work: Work, why: Sentence) -> None:
    with work.write() as db:
        run = get_run(db, work.subject_id)
        if run:
            fail_run(db, run, why, now=work.now())
