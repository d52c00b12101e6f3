"""The space of the two: their page, their meetings, pausing and stopping."""

from matcher.pairings.routes import (
    agreements,
    closing,
    ending,
    entries,
    heard,
    helping,
    keeping,
    library,
    meetings,
    offering,
    points,
    space,
    support,
    takeaway,
    tips,
    wording,
)
from matcher.pairings.routes.keeping import resources
from matcher.pairings.routes.rooms import blueprint

__all__ = [
    "BLUEPRINTS",
    "agreements",
    "closing",
    "ending",
    "entries",
    "heard",
    "helping",
    "keeping",
    "library",
    "meetings",
    "offering",
    "points",
    "space",
    "support",
    "takeaway",
    "tips",
    "wording",
]

BLUEPRINTS = (blueprint, resources)
