"""Check-ins come at their time: exactly one in each period, whatever clocks and months do."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.feedback.calendar import (
    Slot,
    beginning_of,
    is_day,
    local_day,
    next_slot,
    reminder_due,
    slots,
    working_days_later,
)
from matcher.feedback.models import CheckInKind

MET = date(2026, 1, 7)


def plan(met: date = MET, planned_days: int = 182, cadence_weeks: int = 4) -> tuple[Slot, ...]:
    return slots(first_met_on=met, planned_days=planned_days, cadence_weeks=cadence_weeks)


def test_half_a_year_brings_seven_check_ins() -> None:
    days = [(slot.kind.value, (slot.opens_on - MET).days) for slot in plan()]

    assert days == [
        ("pulse", 7),
        ("pulse", 28),
        ("pulse", 56),
        ("midpoint", 91),
        ("pulse", 112),
        ("pulse", 140),
        ("closing", 168),
    ]


@pytest.mark.parametrize("weeks", [2, 3, 4, 5, 6])
def test_a_programme_chooses_how_often(weeks: int) -> None:
    pulses = [slot for slot in plan(cadence_weeks=weeks)[1:] if slot.kind == CheckInKind.PULSE]

    assert all((slot.opens_on - MET).days == slot.period * weeks * 7 for slot in pulses)


@given(
    met=st.dates(date(2023, 1, 1), date(2030, 12, 31)),
    planned_days=st.integers(14, 1096),
    cadence_weeks=st.integers(2, 6),
)
def test_check_ins_follow_each_other_and_never_overlap(
    met: date, planned_days: int, cadence_weeks: int
) -> None:
    planned = plan(met, planned_days, cadence_weeks)

    assert [slot.period for slot in planned] == list(range(len(planned)))
    for one, next_one in pairwise(planned):
        assert one.closes_on(one.opens_on) <= one.until == next_one.opens_on
        assert one.closes_on(one.opens_on) - one.opens_on >= timedelta(days=5)


@given(
    met=st.dates(date(2023, 1, 1), date(2030, 12, 31)),
    cadence_weeks=st.integers(2, 6),
    asleep=st.sets(st.integers(0, 200)),
)
def test_each_period_is_asked_at_most_once_though_the_service_may_sleep(
    met: date, cadence_weeks: int, asleep: set[int]
) -> None:
    planned, taken, busy = plan(met, 182, cadence_weeks), list[tuple[CheckInKind, int]](), None
    for day in range(200):
        today = met + timedelta(days=day)
        if day in asleep or (busy and today < busy):
            continue
        slot = next_slot(planned, today=today, taken=taken, busy_until=busy)
        if slot and slot.opens_on <= today:
            taken.append((slot.kind, slot.period))
            busy = slot.closes_on(today)

    assert len(taken) == len(set(taken))
    if not asleep:
        assert len(taken) == len(planned)


def test_after_an_outage_a_check_in_opens_late_or_gives_way_to_the_next() -> None:
    first, second, *_ = plan()
    late, too_late = MET + timedelta(days=21), MET + timedelta(days=22)

    assert next_slot(plan(), today=late) == first
    assert first.closes_on(late) == second.opens_on
    assert next_slot(plan(), today=too_late) == second


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 30, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 30, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 25)),
        (datetime(2026, 3, 2, 9, 30, tzinfo=UTC), "Pacific/Apia", date(2026, 3, 2)),
        (datetime(2026, 3, 2, 11, 30, tzinfo=UTC), "Pacific/Kiritimati", date(2026, 3, 3)),
        (datetime(2028, 2, 29, 5, 30, tzinfo=UTC), "America/Los_Angeles", date(2028, 2, 28)),
    ],
)
def test_days_are_local_days(moment: datetime, zone: str, day: date) -> None:
    assert local_day(moment, zone) == day


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe"])
def test_a_local_day_begins_once_even_when_the_clocks_change(zone: str) -> None:
    days = [MET + timedelta(days=number) for number in range(400)]

    assert all(local_day(beginning_of(day, zone), zone) == day for day in days)
    assert all(
        local_day(beginning_of(day, zone) - timedelta(seconds=1), zone) < day for day in days
    )


def test_check_ins_cross_leap_days_and_month_ends_without_a_shift() -> None:
    planned = plan(date(2028, 1, 31))

    assert planned[1].opens_on == date(2028, 2, 28)
    assert planned[2].opens_on == date(2028, 3, 27)


def test_nobody_is_written_to_at_night() -> None:
    six_utc = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)

    assert not is_day(six_utc, "Europe/Amsterdam")
    assert is_day(six_utc + timedelta(hours=1), "Europe/Amsterdam")
    assert is_day(six_utc, "Europe/Athens")
    assert not is_day(datetime(2026, 3, 2, 19, 30, tzinfo=UTC), "Europe/Amsterdam")


@pytest.mark.parametrize(
    ("passed", "reminder"), [(0, None), (2, None), (3, 3), (6, 3), (7, 7), (9, 7)]
)
def test_reminders_are_due_on_days_three_and_seven(passed: int, reminder: int | None) -> None:
    assert reminder_due(opened_on=MET, today=MET + timedelta(days=passed)) == reminder


@pytest.mark.parametrize(
    ("raised", "days", "deadline"),
    [
        (date(2026, 3, 2), 1, date(2026, 3, 3)),  # Monday
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # Friday
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # Saturday
        (date(2026, 3, 8), 2, date(2026, 3, 10)),  # Sunday
        (date(2026, 3, 5), 5, date(2026, 3, 12)),
    ],
)
def test_deadlines_count_working_days(raised: date, days: int, deadline: date) -> None:
    assert working_days_later(raised, days) == deadline
