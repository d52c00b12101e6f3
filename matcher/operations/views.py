"""What the page about the installation shows. Nothing in it is about a person."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from matcher.foundation.words import N_, Sentence, sentence
from matcher.jobs.models import Job, JobState, Turn
from matcher.jobs.work import Task
from matcher.messages.models import Delivery, Mail
from matcher.operations.health import Check, Facts, is_late
from matcher.operations.words import JOBS, TASKS

STATES = {
    JobState.QUEUED: (N_("Waits"), ""),
    JobState.RUNNING: (N_("At work"), "open"),
    JobState.DONE: (N_("Done"), "meet"),
    JobState.FAILED: (N_("Refused"), "care"),
    JobState.CANCELLED: (N_("Put aside"), ""),
    JobState.PARKED: (N_("Failed too often"), "alert"),
}
GIVEN_UP = (JobState.PARKED, JobState.FAILED)
AGAIN = (*GIVEN_UP, JobState.CANCELLED)
DELIVERIES = {
    Delivery.QUEUED: N_("Mails waiting"),
    Delivery.SENT: N_("Mails sent"),
    Delivery.UNKNOWN: N_("Mails that may have arrived"),
    Delivery.FAILED: N_("Mails that failed"),
    Delivery.RETURNED: N_("Mails that came back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLine:
    """One piece of work."""

    id: UUID
    name: str
    state: str
    badge: str
    percent: int
    attempts: int
    since: datetime
    error: Sentence
    may_retry: bool
    may_put_aside: bool

    @classmethod
    def of(cls, job: Job) -> Self:
        state, badge = STATES[job.state]
        return cls(
            id=job.id,
            name=JOBS.get(job.kind, job.kind),
            state=state,
            badge=badge,
            percent=round(100 * job.progress),
            attempts=job.attempts,
            since=job.finished_at or job.started_at or job.created_at,
            error=_error(job.error),
            may_retry=job.state in AGAIN,
            may_put_aside=job.state in GIVEN_UP,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsettledMail:
    """A mail that failed or may have arrived; not to whom, and not what it says."""

    id: UUID
    kind: str
    written_at: datetime
    has_failed: bool
    attempts: int
    error: str

    @classmethod
    def of(cls, mail: Mail) -> Self:
        return cls(
            id=mail.id,
            kind=mail.kind,
            written_at=mail.created_at,
            has_failed=mail.delivery == Delivery.FAILED,
            attempts=mail.attempts,
            error=mail.error or "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task of the schedule."""

    name: str
    last_done_at: datetime | None
    next_at: datetime | None
    owner: str
    is_late: bool

    @classmethod
    def of(cls, task: Task, turn: Turn | None, now: datetime) -> Self:
        last = turn.last_done_at if turn else None
        return cls(
            name=TASKS.get(task.name, task.name),
            last_done_at=last,
            next_at=last + task.every if last else None,
            owner=turn.owner.partition(":")[0] if turn else "",
            is_late=is_late(turn, task, now),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationsPage:
    """How the installation does."""

    checks: tuple[Check, ...]
    given_up: tuple[JobLine, ...]
    jobs: tuple[JobLine, ...]
    figures: tuple[Figure, ...]
    mails: tuple[UnsettledMail, ...]
    tasks: tuple[TaskLine, ...]

    @property
    def is_well(self) -> bool:
        late = any(task.is_late for task in self.tasks)
        return all(each.is_well for each in self.checks) and not self.given_up and not late


def task_lines(facts: Facts, schedule: Sequence[Task]) -> tuple[TaskLine, ...]:
    turns = {turn.task: turn for turn in facts.turns}
    return tuple(TaskLine.of(task, turns.get(task.name), facts.now) for task in schedule)


def figures(counted: Mapping[Delivery, int]) -> tuple[Figure, ...]:
    return tuple(
        Figure(label=label, number=counted.get(delivery, 0))
        for delivery, label in DELIVERIES.items()
    )


def _error(kept: str | None) -> Sentence:
    """Say why work ended: a refusal is a sentence, a fault a type and a place."""
    if not kept:
        return sentence("")
    try:
        return Sentence.from_json(json.loads(kept))
    except (ValueError, TypeError, KeyError):
        return Sentence(kept, {})
