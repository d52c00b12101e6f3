"""A coordinator's pages: the work list, the pairings, and what is done for them."""

from matcher.coordination.routes import (
    caring,
    circles,
    entering,
    mending,
    pages,
    pairs,
    parting,
    upkeep,
)
from matcher.coordination.routes.rooms import blueprint

__all__ = [
    "blueprint",
    "caring",
    "circles",
    "entering",
    "mending",
    "pages",
    "pairs",
    "parting",
    "upkeep",
]
