"""Pages about runs, their review, and the answers to proposals."""

from matcher.proposals.routes import (
    answering_for,
    by_hand,
    choosing,
    following,
    letters,
    looking,
    pair,
    pair_decisions,
    publishing,
    questions,
    ready,
    reviewing,
    running,
    settings,
    taking_along,
)
from matcher.proposals.routes.answers import blueprint as proposals
from matcher.proposals.routes.rooms import review, runs

__all__ = [
    "BLUEPRINTS",
    "answering_for",
    "by_hand",
    "choosing",
    "following",
    "letters",
    "looking",
    "pair",
    "pair_decisions",
    "publishing",
    "questions",
    "ready",
    "reviewing",
    "running",
    "settings",
    "taking_along",
]

BLUEPRINTS = (proposals, runs, review)
