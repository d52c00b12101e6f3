"""The only place that asks what time it is. Routes ask; everything beneath is told."""

from datetime import UTC, date, datetime


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return now().date()
