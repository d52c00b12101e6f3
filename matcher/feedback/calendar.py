"""When check-ins open and close: counted in periods from the first held meeting, in local days.

The n-th period is always counted from the beginning, never from the one before it: so no outage,
pause, month end or change of clocks can move the rhythm.
"""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from matcher.feedback.models import CheckInKind

FIRST_DAY = 7
OPEN_DAYS = 10
REMINDER_DAYS = (3, 7)
CLOSING_DAYS = 14
FOLLOW_UP_MONTHS, LATE_DAYS = 3, 21
# Nobody is asked in the middle of the night.
FROM_HOUR, UNTIL_HOUR = 8, 20
# A check-in that an outage or a pause delayed opens late, if this many days are left for it.
WORTH_DAYS = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Slot:
    """One check-in of a pairing as planned, before anybody is asked."""

    kind: CheckInKind
    period: int
    opens_on: date
    until: date  # the next one begins, or the pairing ends

    def closes_on(self, opened_on: date) -> date:
        """Ten days, and never beyond the next: nobody has two at once."""
        return min(opened_on + timedelta(days=OPEN_DAYS), self.until)

    def is_worth_opening(self, today: date) -> bool:
        return today <= max(self.opens_on, self.until - timedelta(days=WORTH_DAYS))


def slots(*, first_met_on: date, planned_days: int, cadence_weeks: int) -> tuple[Slot, ...]:
    """Plan a pairing's check-ins: day 7, every so many weeks, halfway, and before the end.

    A pairing of less than four weeks is asked once.
    """
    closing = planned_days - CLOSING_DAYS
    step = cadence_weeks * 7
    days = [FIRST_DAY, *range(step, closing - OPEN_DAYS + 1, step)]
    kinds = [CheckInKind.PULSE for _ in days]
    _put_halfway(days, kinds, round(planned_days / 2))
    if closing >= FIRST_DAY + WORTH_DAYS:
        days.append(closing)
        kinds.append(CheckInKind.CLOSING)
    opens = [first_met_on + timedelta(days=day) for day in days]
    ends = [*opens[1:], opens[-1] + timedelta(days=CLOSING_DAYS)]
    return tuple(map(Slot, kinds, range(len(days)), opens, ends))


def follow_up_slot(closed_on: date) -> Slot:
    """Plan the look back: three months after the end, on the same day or the month's last."""
    months = closed_on.month - 1 + FOLLOW_UP_MONTHS
    year, month = closed_on.year + months // 12, months % 12 + 1
    day = min(closed_on.day, monthrange(year, month)[1])
    opens_on = date(year, month, day)
    return Slot(CheckInKind.FOLLOW_UP, 0, opens_on, opens_on + timedelta(days=LATE_DAYS))


def next_slot(
    planned: Collection[Slot],
    *,
    today: date,
    taken: Collection[tuple[CheckInKind, int]] = (),
    busy_until: date | None = None,
) -> Slot | None:
    """Return the next check-in that is not taken, and still worth its while."""
    for slot in planned:
        is_free = (slot.kind, slot.period) not in taken
        begins_after = busy_until is None or slot.until > busy_until
        if is_free and begins_after and slot.is_worth_opening(today):
            return slot
    return None


def local_day(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def is_day(now: datetime, zone: str) -> bool:
    """Tell whether it is an hour at which people may be written to."""
    return FROM_HOUR <= now.astimezone(ZoneInfo(zone)).hour < UNTIL_HOUR


def beginning_of(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def reminder_due(*, opened_on: date, today: date) -> int | None:
    """Return which reminder is due: 3 or 7 days after the invitation, or none yet."""
    passed = (today - opened_on).days
    return max((days for days in REMINDER_DAYS if days <= passed), default=None)


def working_days_later(day: date, number: int) -> date:
    """Count Monday to Friday. Holidays are not known here: they differ by country."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < SATURDAY
    return day


def working_days_between(first: date, last: date) -> int:
    """Count the working days that have passed since a day: Friday to Monday is one."""
    days = range(1, (last - first).days + 1)
    return sum((first + timedelta(days=each)).weekday() < SATURDAY for each in days)


def _put_halfway(days: list[int], kinds: list[CheckInKind], halfway: int) -> None:
    """Let the midpoint take the place of the pulse nearest to it, though never of the first."""
    if len(days) > 1:
        nearest = min(range(1, len(days)), key=lambda period: abs(days[period] - halfway))
        days[nearest], kinds[nearest] = halfway, CheckInKind.MIDPOINT
