"""What a list of proposals can be asked for, and the tables that each asking needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import aliased

from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal, ProposalState

WEAK = 0.5
mentor, mentee = aliased(Enrolment), aliased(Enrolment)
mentor_member, mentee_member = aliased(Member), aliased(Member)


def _reasons_hold(text: str) -> ColumnElement[bool]:
    """Reasons are kept as JSON, written by ourselves."""
    return cast(Proposal.reasons, String).contains(text, autoescape=True)


_weak = Proposal.affinity < WEAK
# Tables beside the proposals themselves: a query joins only those it asks about.
BOTH = frozenset({"enrolments"})
NAMES = frozenset({"members"})

_lacking = or_(
    _weak,
    _reasons_hold('"topics_met": []'),
    mentee.confirmed_at.is_(None),
    mentor.confirmed_at.is_(None),
)

# Which part of the list is shown, by the word in the address.
PARTS: Mapping[str, ColumnElement[bool]] = {
    "all": Proposal.id.is_not(None),
    "open": Proposal.state == ProposalState.SUGGESTED,
    "weak": and_(Proposal.state == ProposalState.SUGGESTED, Proposal.affinity < WEAK),
    "attention": and_(Proposal.state == ProposalState.SUGGESTED, _lacking),
    "first": _reasons_hold('"first_choice": true'),
    "approved": Proposal.state == ProposalState.APPROVED,
    "locked": Proposal.locked.is_(True),
    "by_hand": Proposal.by_hand.is_(True),
    "rejected": Proposal.state == ProposalState.REJECTED,
    "told": Proposal.offered_at.is_not(None),
}
ORDERS: Mapping[str, Sequence[Any]] = {
    "weakest": (Proposal.affinity, Proposal.id),
    "strongest": (Proposal.affinity.desc(), Proposal.id),
    "waiting": (mentee.state_since, Proposal.id),
    "mentee": (func.lower(mentee_member.name), Proposal.id),
    "mentor": (func.lower(mentor_member.name), Proposal.id),
}

SORTED_BY: Mapping[str, frozenset[str]] = {
    "waiting": BOTH,
    "mentee": BOTH | NAMES,
    "mentor": BOTH | NAMES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a coordinator is looking for. Topics are those whose words were typed."""

    part: str = "all"
    text: str = ""
    topics: tuple[str, ...] = ()
    topic: str = ""
    language: str = ""
    order: str = "weakest"
    page: int = 1
    size: int = 25
    look: str = "table"  # or cards


def of_others(query: Select[Any], run_id: UUID, me: UUID, tables: frozenset[str]) -> Select[Any]:
    """Ask of a run's proposals about others, and only of the tables that are asked about."""
    return joined(query, tables).where(Proposal.run_id == run_id, *not_about(me))


def joined(query: Select[Any], tables: frozenset[str]) -> Select[Any]:
    query = query.select_from(Proposal)
    if tables:
        query = query.join(mentor, Proposal.mentor_enrolment)
        query = query.join(mentee, Proposal.mentee_enrolment)
    if tables >= NAMES:
        query = query.join(mentor_member, mentor.member).join(mentee_member, mentee.member)
    return query


def tables_of(wanted: Wanted) -> frozenset[str]:
    """Name the tables that a way of looking asks about."""
    asks = wanted.topic or wanted.language or wanted.part == "attention"
    return (NAMES | BOTH) if wanted.text else BOTH if asks else frozenset()


def is_about(me: UUID) -> ColumnElement[bool]:
    own = _own(me)
    return or_(Proposal.mentor_enrolment_id.in_(own), Proposal.mentee_enrolment_id.in_(own))


def not_about(me: UUID) -> tuple[ColumnElement[bool], ...]:
    own = _own(me)
    return Proposal.mentor_enrolment_id.not_in(own), Proposal.mentee_enrolment_id.not_in(own)


def _own(me: UUID) -> Select[UUID]:
    return select(Enrolment.id).where(Enrolment.member_id == me)


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    return [PARTS[wanted.part], *filters(wanted)]


def filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = []
    if wanted.text:
        asked.append(_mentions(wanted))
    if wanted.topic:
        asked.append(_holds(mentee.topics, wanted.topic))
    if wanted.language:
        both = (_holds(side.languages, wanted.language) for side in (mentee, mentor))
        asked.append(and_(*both))
    return asked


def _mentions(wanted: Wanted) -> ColumnElement[bool]:
    """Whether a name holds what was typed, or the mentee asks for a topic of that name."""
    spellings = {wanted.text, wanted.text.lower(), wanted.text.title()}
    names = [
        name.icontains(text, autoescape=True)
        for name in (mentor_member.name, mentee_member.name)
        for text in spellings
    ]
    return or_(*names, *(_holds(mentee.topics, topic) for topic in wanted.topics))


def _holds(column: Any, key: str) -> ColumnElement[bool]:
    """Lists are kept as JSON; their keys are plain words, so quotes mark where one ends."""
    return cast(column, String).contains(f'"{key}"', autoescape=True)
