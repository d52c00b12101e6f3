"""Backs up by the clock."""

import time
from collections.abc import Callable

import structlog

from matcher.backups.making import Plan, folder_of, make_backup
from matcher.backups.rotation import rotate
from matcher.jobs.work import Work

OFTEN = 10.0  # seconds between signs of life

log = structlog.get_logger()


def backing_up(plan: Plan, *, days: int, weeks: int) -> Callable[[Work], None]:
    """Return the scheduled task for this installation."""

    def back_up(work: Work) -> None:
        made = make_backup(plan, now=work.now(), pulse=_pulse(work))
        gone = rotate(folder_of(plan), days=days, weeks=weeks)
        log.info("backup made", bytes=made.stat().st_size, removed=len(gone))

    return back_up


def _pulse(work: Work) -> Callable[[], None]:
    last = time.monotonic()

    def pulse() -> None:
        nonlocal last
        if time.monotonic() - last > OFTEN:
            work.report("backing up")
            last = time.monotonic()

    return pulse
