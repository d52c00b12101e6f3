"""What a list of proposals can be asked for, and the tables that each asking needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, cast, func, or_, select
from sqlalchemy.orm import aliased

from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal, ProposalState

WEAK = 0.5
mentor, mentee = aliased(Enrolment), aliased(Enrolment)
mentor_member, mentee_member = aliased(Member), aliased(Member)

# Which run is asked about, of which programme, and who asks. See `about_run`.
RUN, PROGRAMME, ME = (
    bindparam(name, type_=Proposal.id.type) for name in ("run_id", "programme_id", "me")
)

# Tables beside the proposals themselves: a query joins only those it asks about.
MENTOR, MENTEE = frozenset({"mentor"}), frozenset({"mentee"})
BOTH = MENTOR | MENTEE
NAME_OF_MENTOR, NAME_OF_MENTEE = MENTOR | {"mentor_member"}, MENTEE | {"mentee_member"}
NAMES = NAME_OF_MENTOR | NAME_OF_MENTEE

_suggested = Proposal.state == ProposalState.SUGGESTED
_weak = Proposal.affinity < WEAK
# Asked as the few ids that they are, and whether there are any: mostly there are none.
_unconfirmed = select(Enrolment.id).where(
    Enrolment.programme_id == PROGRAMME, Enrolment.confirmed_at.is_(None)
)
_lacking = or_(
    _weak,
    Proposal.lacks_topics.is_(True),
    and_(
        _unconfirmed.exists(),
        or_(
            Proposal.mentee_enrolment_id.in_(_unconfirmed),
            Proposal.mentor_enrolment_id.in_(_unconfirmed),
        ),
    ),
)

# Which part of the list is shown, by the word in the address.
PARTS: Mapping[str, ColumnElement[bool]] = {
    "all": Proposal.id.is_not(None),
    "open": _suggested,
    "weak": and_(_suggested, _weak),
    "attention": and_(_suggested, _lacking),
    "first": Proposal.first_choice.is_(True),
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
    "waiting": MENTEE,
    "mentee": NAME_OF_MENTEE,
    "mentor": NAME_OF_MENTOR,
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


def of_others(query: Select[Any], tables: frozenset[str]) -> Select[Any]:
    """Ask of a run's proposals about others, and only of the tables that are asked about."""
    return joined(query, tables).where(Proposal.run_id == RUN, _not_mine())


def about_run(run_id: UUID, programme_id: UUID, me: UUID) -> dict[str, object]:
    """Say what `of_others` asks about."""
    return {"run_id": run_id, "programme_id": programme_id, "me": me}


def joined(query: Select[Any], tables: frozenset[str]) -> Select[Any]:
    query = query.select_from(Proposal)
    if tables >= MENTOR:
        query = query.join(mentor, Proposal.mentor_enrolment)
    if tables >= MENTEE:
        query = query.join(mentee, Proposal.mentee_enrolment)
    if tables >= NAME_OF_MENTOR:
        query = query.join(mentor_member, mentor.member)
    if tables >= NAME_OF_MENTEE:
        query = query.join(mentee_member, mentee.member)
    return query


def tables_of(wanted: Wanted) -> frozenset[str]:
    """Name the tables that a way of looking asks about."""
    asks = wanted.topic or wanted.language
    return (NAMES | BOTH) if wanted.text else BOTH if asks else frozenset()


def own_places() -> Select[UUID]:
    """Ask which places whoever asks has in the programme: most who look after it have none."""
    here = Enrolment.member_id == ME, Enrolment.programme_id == PROGRAMME
    return select(Enrolment.id).where(*here)


def is_mine() -> ColumnElement[bool]:
    own = own_places()
    return or_(Proposal.mentor_enrolment_id.in_(own), Proposal.mentee_enrolment_id.in_(own))


def _not_mine() -> ColumnElement[bool]:
    """Leave out what is about whoever asks: pair by pair, if they have a place at all."""
    own = own_places()
    neither = Proposal.mentor_enrolment_id.not_in(own), Proposal.mentee_enrolment_id.not_in(own)
    return or_(~own.exists(), and_(*neither))


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
