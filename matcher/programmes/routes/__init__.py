"""Pages about programmes, signing up, and the people in a programme."""

from matcher.programmes.routes import (
    editing,
    joining,
    merging,
    mine,
    people,
    person,
    programmes,
    sections,
    taking_along,
)
from matcher.programmes.routes.rooms import enrolments as enrolment_rooms
from matcher.programmes.routes.rooms import programmes as programme_rooms

__all__ = [
    "BLUEPRINTS",
    "editing",
    "joining",
    "merging",
    "mine",
    "people",
    "person",
    "programmes",
    "sections",
    "taking_along",
]

BLUEPRINTS = (programme_rooms, enrolment_rooms)
