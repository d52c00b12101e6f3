"""Pages about how it goes: the check-in, concerns, and what coordinators settle."""

from matcher.feedback.routes import entering, links, mine, reading, settling, telling
from matcher.feedback.routes.rooms import blueprint

__all__ = ["BLUEPRINTS", "entering", "links", "mine", "reading", "settling", "telling"]

BLUEPRINTS = (blueprint,)
