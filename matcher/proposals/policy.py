"""Who may do what with runs, proposals and questions. Pure: a member and a thing in, yes or no."""

from typing import Protocol
from uuid import UUID

from matcher.members.models import Member
from matcher.proposals.models import (
    ForbiddenPair,
    Proposal,
    Question,
    SavedSearch,
    Variant,
    Weighing,
)
from matcher.proposals.models.publication import Publication


class OfProgramme(Protocol):
    """A run, or what a page needs of one."""

    @property
    def programme_id(self) -> UUID: ...


def may_answer(member: Member, proposal: Proposal) -> bool:
    return proposal.side_of(member) is not None


def may_review(member: Member, run: OfProgramme) -> bool:
    return run.programme_id in member.coordinates


def may_decide(member: Member, proposal: Proposal) -> bool:
    """Let coordinators see and decide, but never about a proposal to themselves."""
    return proposal.programme_id in member.coordinates and proposal.side_of(member) is None


def may_reply(member: Member, question: Question) -> bool:
    return may_decide(member, question.proposal)


def may_weigh(member: Member, weighing: Weighing) -> bool:
    """Whether somebody looks after a programme and is none of the two who are weighed."""
    here = weighing.run.programme_id in member.coordinates
    return here and not _is_about(member, weighing)


def may_allow(member: Member, forbidden: ForbiddenPair) -> bool:
    here = forbidden.programme_id in member.coordinates
    return here and not _is_about(member, forbidden)


def _is_about(member: Member, two: Weighing | ForbiddenPair) -> bool:
    return member.id in {two.mentee_enrolment.member_id, two.mentor_enrolment.member_id}


def may_plan(member: Member, planned: Publication) -> bool:
    return may_review(member, planned.run)


def may_try(member: Member, variant: Variant) -> bool:
    return variant.programme_id in member.coordinates


def may_keep_search(member: Member, search: SavedSearch) -> bool:
    return search.member_id == member.id and search.programme_id in member.coordinates
