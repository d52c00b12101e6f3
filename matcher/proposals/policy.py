"""Who may do what with runs, proposals and questions. Pure: a member and a thing in, yes or no."""

from matcher.members.models import Member
from matcher.proposals.models import MatchRun, Proposal, Question


def may_answer(member: Member, proposal: Proposal) -> bool:
    return proposal.side_of(member) is not None


def may_review(member: Member, run: MatchRun) -> bool:
    return run.programme_id in member.coordinates


def may_decide(member: Member, proposal: Proposal) -> bool:
    """Let coordinators see and decide, but never about a proposal to themselves."""
    return proposal.programme_id in member.coordinates and proposal.side_of(member) is None


def may_reply(member: Member, question: Question) -> bool:
    return may_decide(member, question.proposal)
