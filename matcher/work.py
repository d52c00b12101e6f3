"""All work that is done in the background: by its kind, and by the clock.

A new kind gets its line here: "kind": function in <package>/work.py.
"""

from collections.abc import Callable
from datetime import timedelta

from matcher.feedback import work as feedback
from matcher.jobs.tidying import tidy
from matcher.jobs.work import Task, Work
from matcher.members import work as members
from matcher.pairings import work as pairings
from matcher.programmes import work as programmes
from matcher.programmes.work import apply_import, check_import
from matcher.proposals import work as proposals

WORK: dict[str, Callable[[Work], None]] = {
    **members.WORK,
    "apply_import": apply_import,
    "check_import": check_import,
    **proposals.WORK,
}

SCHEDULE: tuple[Task, ...] = (
    Task(name="tidy", every=timedelta(days=1), does=tidy),
    *feedback.SCHEDULE,
    *pairings.SCHEDULE,
    *programmes.SCHEDULE,
    *proposals.SCHEDULE,
)
