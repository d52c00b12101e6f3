"""Who waits for a mentor, why, and what the programme lacks: from the run that is shown."""

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session, joinedload

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.programmes.queries.matchable import is_visible
from matcher.proposals.models import Leftover, Proposal, ProposalState

PAGE = 50
ON_ITS_WAY = (ProposalState.SUGGESTED, ProposalState.APPROVED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mentee without a mentor: why the run found none, and whether one is on its way."""

    enrolment: Enrolment
    leftover: Leftover | None
    on_its_way: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedWaiting:
    page: int = 1
    size: int = PAGE


def list_waiting(
    db: Session, programme: Programme, wanted: WantedWaiting, *, seen_by: Member
) -> list[Waiting]:
    """List a page of those who wait, the longest first; not whoever looks."""
    here = Leftover.enrolment_id == Enrolment.id, Leftover.run_id == programme.current_run_id
    query = (
        select(Enrolment, Leftover, _is_on_its_way())
        .outerjoin(Leftover, here[0] & here[1])
        .where(*_waits(programme), Enrolment.member_id != seen_by.id)
        .options(joinedload(Enrolment.member), joinedload(Enrolment.programme))
        .order_by(func.coalesce(Enrolment.state_since, Enrolment.created_at), Enrolment.id)
        .limit(wanted.size)
        .offset((wanted.page - 1) * wanted.size)
    )
    return [Waiting(*row) for row in db.execute(query)]


def count_waiting(db: Session, programme: Programme, *, seen_by: Member) -> int:
    query = select(func.count(Enrolment.id)).where(*_waits(programme))
    return db.scalar(query.where(Enrolment.member_id != seen_by.id)) or 0


class Need(NamedTuple):
    """What somebody looks for, without what they wrote about it."""

    topics: list[str]
    languages: list[str]
    slots: list[str]


def list_needs(db: Session, programme: Programme) -> list[Need]:
    """List what those look for who wait and have nobody on their way."""
    lists: list[Any] = [
        cast(each, String) for each in (Enrolment.topics, Enrolment.languages, Enrolment.slots)
    ]
    # Thousands of people have a few dozen lists between them: each is read once.
    known: dict[str, list[str]] = {}
    found = []
    for row in db.execute(select(*lists).where(*_waits(programme), ~_is_on_its_way())):
        for text in row:
            if text not in known:
                known[text] = json.loads(text)
        found.append(Need(*(known[text] for text in row)))
    return found


def _waits(programme: Programme) -> list[ColumnElement[bool]]:
    return [
        Enrolment.programme_id == programme.id,
        Enrolment.side == Side.MENTEE,
        Enrolment.state == EnrolmentState.WAITING,
        is_visible(),
    ]


def _is_on_its_way() -> ColumnElement[bool]:
    mine = Proposal.mentee_enrolment_id == Enrolment.id, Proposal.state.in_(ON_ITS_WAY)
    return select(Proposal.id).where(*mine).exists()
