"""Pages about runs, their review, and the answers to proposals."""

from matcher.proposals.routes.answers import blueprint as proposals

__all__ = ["BLUEPRINTS"]

BLUEPRINTS = (proposals,)
