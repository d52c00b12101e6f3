"""When an entry of the library is old, and when it is asked what came of one."""

from datetime import date, datetime, timedelta

AGES_AFTER = timedelta(days=180)
ASKED_AFTER = timedelta(days=14)


def is_old(checked_on: date, today: date) -> bool:
    """Tell whether nobody has looked for 180 days if what an entry says is still right."""
    return today - checked_on > AGES_AFTER


def is_asked(shared_at: datetime | None, now: datetime) -> bool:
    """Tell whether two weeks have passed since somebody was shown an entry."""
    return shared_at is not None and now - shared_at >= ASKED_AFTER
