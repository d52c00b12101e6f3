"""All work that is done in the background: by its kind, and by the clock.

A new kind gets its line here: "kind": function in <package>/work.py.
"""

from collections.abc import Callable
from datetime import timedelta

from matcher.backups.work import backing_up
from matcher.config import Settings
from matcher.coordination import work as coordination
from matcher.feedback import work as feedback
from matcher.jobs.tidying import tidy
from matcher.jobs.work import Task, Work
from matcher.members import work as members
from matcher.members.returning import reading_returns
from matcher.pairings import work as pairings
from matcher.privacy import work as privacy
from matcher.programmes import work as programmes
from matcher.programmes.work import apply_import, check_import, remind_sign_ups
from matcher.proposals import work as proposals
from matcher.reports import work as reports

WORK: dict[str, Callable[[Work], None]] = {
    **members.WORK,
    "apply_import": apply_import,
    "check_import": check_import,
    "remind_sign_ups": remind_sign_ups,
    **proposals.WORK,
    **privacy.WORK,
}

SCHEDULE: tuple[Task, ...] = (
    Task(name="tidy", every=timedelta(days=1), does=tidy),
    *coordination.SCHEDULE,
    *feedback.SCHEDULE,
    *pairings.SCHEDULE,
    *programmes.SCHEDULE,
    *proposals.SCHEDULE,
    *reports.SCHEDULE,
    *privacy.SCHEDULE,
)


def schedule_of(settings: Settings) -> tuple[Task, ...]:
    """Return what is done by the clock here: some of it only where the settings ask for it."""
    tasks = list(SCHEDULE)
    if settings.BOUNCE_URL:
        does = reading_returns(settings)
        tasks.append(Task(name="read_returns", every=timedelta(minutes=15), does=does))
    hours = settings.BACKUP_EVERY_HOURS
    if hours and settings.MODE != "demo":
        does = backing_up(settings, days=settings.BACKUP_DAYS, weeks=settings.BACKUP_WEEKS)
        tasks.append(Task(name="back_up", every=timedelta(hours=hours), does=does))
    return tuple(tasks)
