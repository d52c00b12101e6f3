"""Pages about a programme as a whole, for its coordinators."""

from matcher.desk.routes import calendars, circulars, figures, keepers, lists, trail, waiting
from matcher.desk.routes.rooms import desk as blueprint

__all__ = ["blueprint", "calendars", "circulars", "figures", "keepers", "lists", "trail", "waiting"]
