"""Moments that are waited for, on machines whose clocks are sometimes wrong."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute

# How far two machines' clocks may be apart without anybody taking notice.
APART = timedelta(minutes=5)


def has_come(
    moment: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None],
    now: datetime,
    *,
    farthest: timedelta,
) -> ColumnElement[bool]:
    """Tell whether a moment has come, or lies farther ahead than we ever set one.

    Such a moment was written while the clock was ahead: waiting for it could take years.
    """
    return or_(moment <= now, moment > now + farthest + APART)
