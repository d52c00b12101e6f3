"""Days and times, on the clocks of whoever reads or writes them."""

from datetime import UTC, date, datetime, time

import pytest

from matcher.foundation.errors import RuleBroken
from matcher.pairings.times import moment, suggest_times


def test_a_time_is_meant_on_ones_own_clock() -> None:
    winter, summer = date(2026, 3, 28), date(2026, 3, 30)

    assert moment(winter, time(19, 30), "Europe/Amsterdam") == datetime(
        2026, 3, 28, 18, 30, tzinfo=UTC
    )
    assert moment(summer, time(19, 30), "Europe/Amsterdam") == datetime(
        2026, 3, 30, 17, 30, tzinfo=UTC
    )


def test_an_hour_that_the_clock_skips_is_refused() -> None:
    with pytest.raises(RuleBroken, match="does not exist"):
        moment(date(2026, 3, 29), time(2, 30), "Europe/Amsterdam")


def test_times_are_suggested_at_which_both_can() -> None:
    monday = date(2026, 3, 2)

    found = suggest_times(
        ["mon-evening", "wed-evening"], ["wed-evening", "fri-morning"], today=monday
    )

    assert [(each.on, each.at) for each in found] == [
        (date(2026, 3, 4), time(19)),
        (date(2026, 3, 11), time(19)),
    ]


def test_who_shares_no_time_gets_no_suggestion() -> None:
    assert suggest_times(["mon-evening"], ["tue-evening"], today=date(2026, 3, 2)) == ()


def test_nothing_is_suggested_for_today() -> None:
    found = suggest_times(["mon-evening"], ["mon-evening"], today=date(2026, 3, 2))

    assert [each.on for each in found] == [date(2026, 3, 9), date(2026, 3, 16)]
