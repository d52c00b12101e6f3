"""Whether the installation does well: a few checks, each with what to do when it does not."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from matcher.foundation.words import N_, Sentence, sentence
from matcher.jobs.models import Turn
from matcher.jobs.work import Task

SILENT = timedelta(minutes=5)
WAITS = timedelta(hours=1)
LATE = timedelta(minutes=10)
LEAST_FREE = 0.05  # of the disk
BACK_UP = "back_up"


class Plan(Protocol):
    """What the checks need to know of the settings."""

    @property
    def INSTANCE(self) -> Path: ...  # noqa: N802  # named as the setting

    @property
    def MAIL_URL(self) -> str: ...  # noqa: N802  # likewise

    @property
    def MODE(self) -> str: ...  # noqa: N802  # likewise

    @property
    def BACKUP_EVERY_HOURS(self) -> int: ...  # noqa: N802  # likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was found in the database."""

    turns: Sequence[Turn]
    oldest_due_mail: datetime | None
    now: datetime

    def last_done(self, task: str) -> datetime | None:
        return next((turn.last_done_at for turn in self.turns if turn.task == task), None)

    @property
    def worker_seen(self) -> datetime | None:
        """Some task is done every minute: that is how a worker is known to live."""
        done = [turn.last_done_at for turn in self.turns if turn.last_done_at]
        return max(done, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that is well, or not."""

    label: str
    is_well: bool
    text: Sentence


def checks(facts: Facts, plan: Plan) -> list[Check]:
    return [_worker(facts), _mail(facts, plan), _backups(facts, plan), _disk(plan)]


def is_late(turn: Turn | None, task: Task, now: datetime) -> bool:
    """Tell whether a task should have been done by now."""
    if turn is None or turn.last_done_at is None:
        return turn is not None
    return now - turn.last_done_at > task.every + LATE


def free_share(folder: Path) -> float:
    """Return how much of the disk is free, of 1."""
    folder = folder.absolute()
    while not folder.exists():
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    return usage.free / usage.total


def _worker(facts: Facts) -> Check:
    seen = facts.worker_seen
    well = seen is not None and facts.now - seen < SILENT
    said = (
        N_("A worker was seen lately.")
        if well
        else N_("No worker has been seen for a while: nothing is done by the clock. Start it.")
    )
    return Check(label=N_("Work"), is_well=well, text=sentence(said))


def _mail(facts: Facts, plan: Plan) -> Check:
    if plan.MODE == "production" and plan.MAIL_URL == "outbox:":
        said = N_("Mails go nowhere: set MATCHER_MAIL_URL.")
    elif facts.oldest_due_mail and facts.now - facts.oldest_due_mail > WAITS:
        said = N_("Mails have waited for more than an hour: is the mail server there?")
    else:
        return Check(label=N_("Mail"), is_well=True, text=sentence(N_("Mails go out.")))
    return Check(label=N_("Mail"), is_well=False, text=sentence(said))


def _backups(facts: Facts, plan: Plan) -> Check:
    label, last = N_("Backups"), facts.last_done(BACK_UP)
    if not plan.BACKUP_EVERY_HOURS:
        said = N_("Nothing is backed up from here: MATCHER_BACKUP_EVERY_HOURS is 0.")
        return Check(label=label, is_well=True, text=sentence(said))
    if last and facts.now - last < 2 * timedelta(hours=plan.BACKUP_EVERY_HOURS):
        said = N_("The latest backup was restored for a try, and found good.")
        return Check(label=label, is_well=True, text=sentence(said))
    said = N_("There is no recent backup that was found good: try matcher backup by hand.")
    return Check(label=label, is_well=False, text=sentence(said))


def _disk(plan: Plan) -> Check:
    free = free_share(plan.INSTANCE)
    well = free > LEAST_FREE
    said = N_("There is room on the disk.") if well else N_("The disk is almost full.")
    return Check(label=N_("Disk"), is_well=well, text=sentence(said))
