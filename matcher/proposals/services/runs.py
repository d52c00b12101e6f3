"""Starting, cancelling, retrying and repeating a run."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence
from matcher.jobs.models import JobState
from matcher.jobs.queries import find_job
from matcher.jobs.services import ask_to_cancel, enqueue, retry
from matcher.matching.plain import to_plain
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.proposals.models import MatchRun, RunState
from matcher.proposals.queries.runs import find_unfinished_run, next_number
from matcher.proposals.services.settings import matching_settings
from matcher.proposals.services.states import Deed, move_run

KIND = "match_run"
UNFINISHED = {RunState.QUEUED, RunState.RUNNING}


def start_run(db: Session, programme: Programme, *, by: Member, now: datetime) -> MatchRun:
    """Queue a run with the programme's settings of this moment. One goes on at a time."""
    _refuse_second(db, programme)
    settings = to_plain(matching_settings(programme))
    today = now.astimezone(ZoneInfo(programme.zone))
    return _queue(db, programme, settings, int(f"{today:%Y%m%d}"), Deed(by=by, now=now))


def repeat_run(db: Session, run: MatchRun, *, by: Member, now: datetime) -> MatchRun:
    """Compute a finished run again from its kept snapshot, to see that it gives the same."""
    if run.result_hash is None or run.snapshot is None:
        raise RuleBroken(N_("Only a finished run can be repeated."))
    _refuse_second(db, run.programme)
    again = _queue(db, run.programme, run.settings, run.seed, Deed(by=by, now=now))
    again.snapshot = run.snapshot
    again.snapshot_hash = run.snapshot_hash
    again.summary = {"repeats": str(run.id), "number": run.number, "expected": run.result_hash}
    return again


def cancel_run(db: Session, run: MatchRun, *, by: Member, now: datetime) -> None:
    """End a run. From here on its result is not wanted, even if it were just finished."""
    move_run(db, run, RunState.CANCELLED, Deed(by=by, now=now))
    job = find_job(db, KIND, run.id)
    if job:
        ask_to_cancel(db, job, now=now)


def fail_run(db: Session, run: MatchRun, sentence: Sentence, *, now: datetime) -> None:
    """Note why a run did not succeed, for its coordinators to read."""
    if run.state in UNFINISHED:
        move_run(db, run, RunState.FAILED, Deed(by=None, now=now))
        run.summary = {**run.summary, "failed": sentence.to_json()}
        run.finished_at = now


def retry_run(db: Session, run: MatchRun, *, by: Member, now: datetime) -> None:
    """Try a failed run again, with the people of its snapshot. Work that got stuck counts too."""
    job = find_job(db, KIND, run.id)
    if run.state in UNFINISHED and job and job.state in {JobState.PARKED, JobState.FAILED}:
        move_run(db, run, RunState.FAILED, Deed(by=None, now=now))
    _refuse_second(db, run.programme)
    move_run(db, run, RunState.QUEUED, Deed(by=by, now=now))
    run.finished_at = None
    run.summary = {key: value for key, value in run.summary.items() if key != "failed"}
    job = enqueue(db, KIND, run.id, now=now)
    db.flush()
    retry(db, job, now=now)


def _queue(
    db: Session, programme: Programme, settings: dict[str, Any], seed: int, deed: Deed
) -> MatchRun:
    run = MatchRun(
        programme=programme,
        number=next_number(db, programme),
        started_by_id=deed.by.id if deed.by else None,
        created_at=deed.now,
        settings=settings,
        seed=seed,
    )
    db.add(run)
    db.flush()  # fails if another took the number meanwhile
    note(
        db,
        "run.queued",
        run,
        by=deed.by,
        at=deed.now,
        programme_id=programme.id,
        seed=seed,
        criteria=dict(programme.criteria),
    )
    enqueue(db, KIND, run.id, now=deed.now)
    return run


def _refuse_second(db: Session, programme: Programme) -> None:
    going_on = find_unfinished_run(db, programme)
    if going_on:
        raise RuleBroken(
            N_("Run %(number)d is still going on. Wait for it, or cancel it first."),
            number=going_on.number,
        )
