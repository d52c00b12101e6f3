"""A coordinator's pages: the work list, the pairings, and what is done for them."""

from matcher.coordination.routes import caring, mending, pages, parting
from matcher.coordination.routes.rooms import blueprint

__all__ = ["blueprint", "caring", "mending", "pages", "parting"]
