"""Days and times of meetings: on the clocks of whoever reads or writes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

AHEAD_DAYS = 14
MOST_SUGGESTED = 4
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# When a part of the day is proposed to begin; both may choose otherwise.
BEGINS = {"morning": time(10), "afternoon": time(14), "evening": time(19)}


@dataclass(frozen=True, slots=True)
class Suggested:
    """A day and a time at which both said they can."""

    on: date
    at: time


def moment(on: date, at: time, zone: str) -> datetime:
    """Return the moment at which clocks in this zone show this day and time.

    In spring an hour is skipped: a time within it does not exist, and nobody could keep it.
    """
    local = datetime.combine(on, at, ZoneInfo(zone))
    if local.astimezone(UTC).astimezone(local.tzinfo).time() != at:
        raise RuleBroken(N_("The clock is put forward that night: this time does not exist."))
    return local.astimezone(UTC)


def local_day(when: datetime, zone: str) -> date:
    return when.astimezone(ZoneInfo(zone)).date()


def suggest_times(
    mine: Iterable[str], theirs: Iterable[str], *, today: date, most: int = MOST_SUGGESTED
) -> tuple[Suggested, ...]:
    """Suggest the next times at which both said they can: the first of each day they share."""
    shared = set(mine) & set(theirs)
    found = (each for each in _coming(today) if _slot(each) in shared)
    return tuple(each for each, _ in zip(found, range(most), strict=False))


def _coming(today: date) -> Iterator[Suggested]:
    for ahead in range(1, AHEAD_DAYS + 1):
        yield from (Suggested(today + timedelta(days=ahead), at) for at in BEGINS.values())


def _slot(each: Suggested) -> str:
    part = next(name for name, begins in BEGINS.items() if begins == each.at)
    return f"{DAYS[each.on.weekday()]}-{part}"
