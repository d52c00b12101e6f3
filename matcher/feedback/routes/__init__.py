"""Pages about how it goes: the check-in, concerns, and what coordinators settle."""

from matcher.feedback.routes import (
    advising,
    entering,
    lending,
    links,
    mine,
    passing_on,
    reading,
    ruptures,
    settling,
    telling,
    three_way,
)
from matcher.feedback.routes.rooms import blueprint

__all__ = [
    "BLUEPRINTS",
    "advising",
    "entering",
    "lending",
    "links",
    "mine",
    "passing_on",
    "reading",
    "ruptures",
    "settling",
    "telling",
    "three_way",
]

BLUEPRINTS = (blueprint,)
