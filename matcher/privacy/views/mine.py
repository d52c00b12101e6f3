"""A member's own page about their data."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.privacy.models import Takeout


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy on its way, or waiting to be fetched."""

    id: UUID
    asked_at: datetime
    until: datetime
    is_ready: bool
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyData:
    copy: Copy | None
    has_password: bool


def my_data(takeout: Takeout | None, *, has_password: bool) -> MyData:
    return MyData(copy=_copy(takeout) if takeout else None, has_password=has_password)


def _copy(takeout: Takeout) -> Copy:
    return Copy(
        id=takeout.id,
        asked_at=takeout.asked_at,
        until=takeout.until,
        is_ready=takeout.ready_at is not None,
        fetched_at=takeout.fetched_at,
    )
