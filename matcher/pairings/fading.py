"""From a certain day on a mentor steps back, and the mentee sees what goes alone by now."""

from datetime import date, timedelta

FADES_FROM = 0.7


def is_fading(begun: date, planned_days: int, today: date) -> bool:
    """Tell whether 70 % of the planned time is over."""
    return today >= begun + timedelta(days=planned_days * FADES_FROM)
