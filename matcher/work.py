"""All work that is done in the background: by its kind, and by the clock.

A new kind gets its line here: "kind": function in <package>/work.py.
"""

from collections.abc import Callable

from matcher.jobs.work import Task, Work

WORK: dict[str, Callable[[Work], None]] = {}

SCHEDULE: tuple[Task, ...] = ()
