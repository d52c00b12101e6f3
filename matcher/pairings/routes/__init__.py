"""The space of the two: their page, their meetings, pausing and stopping."""

from matcher.pairings.routes import ending, meetings, space
from matcher.pairings.routes.rooms import blueprint

__all__ = ["BLUEPRINTS", "ending", "meetings", "space"]

BLUEPRINTS = (blueprint,)
