"""A match run, the proposals that came out of it, and who was left."""

from matcher.proposals.models.looking import ChosenPairs, Looking, SavedSearch
from matcher.proposals.models.proposal import Answer, Proposal, ProposalState, Question
from matcher.proposals.models.run import Leftover, MatchRun, RunState
from matcher.proposals.models.supply import Supply
from matcher.proposals.models.variant import Variant
from matcher.proposals.models.weighing import ForbiddenPair, Weighing

__all__ = [
    "Answer",
    "ChosenPairs",
    "ForbiddenPair",
    "Leftover",
    "Looking",
    "MatchRun",
    "Proposal",
    "ProposalState",
    "Question",
    "RunState",
    "SavedSearch",
    "Supply",
    "Variant",
    "Weighing",
]
