"""The space of the two: their page, their meetings, pausing and stopping."""

from matcher.pairings.routes import agreements, closing, ending, heard, meetings, points, space
from matcher.pairings.routes.rooms import blueprint

__all__ = ["BLUEPRINTS", "agreements", "closing", "ending", "heard", "meetings", "points", "space"]

BLUEPRINTS = (blueprint,)
