"""A match run, the proposals that came out of it, and who was left."""

from matcher.proposals.models.proposal import Answer, Proposal, ProposalState, Question
from matcher.proposals.models.run import Leftover, MatchRun, RunState

__all__ = [
    "Answer",
    "Leftover",
    "MatchRun",
    "Proposal",
    "ProposalState",
    "Question",
    "RunState",
]
