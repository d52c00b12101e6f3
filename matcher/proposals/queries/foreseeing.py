"""What deciding about thousands of pairs comes to, summed by the database: few rows are read."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.queries.asked import WEAK, not_about
from matcher.proposals.queries.places import holders

mentor, mentee = aliased(Enrolment), aliased(Enrolment)


class Brief(NamedTuple):
    """A proposal in a few values: enough to foresee who would be left without a place.

    Ids are hexadecimal digits: of thousands of rows, making UUIDs takes most of the time.
    """

    id: str
    state: ProposalState
    mentee: str
    mentor: str
    mentee_places: int
    mentor_places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    pairs: int = 0
    mentees: int = 0
    mean: float = 0.0
    weak: int = 0
    unconfirmed: int = 0
    without_places: int = 0  # of somebody who takes nobody now


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pairs that somebody ticked in a run, as far as they can be decided this way."""

    run: MatchRun
    tokens: Collection[str]
    states: Collection[ProposalState]
    seen_by: Member

    def conditions(self, db: Session) -> tuple[ColumnElement[bool], ...]:
        return (*self._here(), Proposal.state.in_(self.states), self._is_ticked(db))

    def or_approved(self, db: Session) -> tuple[ColumnElement[bool], ...]:
        mine = and_(Proposal.state.in_(self.states), self._is_ticked(db))
        return (*self._here(), or_(Proposal.state == ProposalState.APPROVED, mine))

    def all_open(self) -> tuple[ColumnElement[bool], ...]:
        """More than was ticked, and found without looking at what was ticked."""
        return (*self._here(), Proposal.state.in_({*self.states, ProposalState.APPROVED}))

    def _here(self) -> tuple[ColumnElement[bool], ...]:
        return (Proposal.run_id == self.run.id, *not_about(self.seen_by.id))

    def _is_ticked(self, db: Session) -> ColumnElement[bool]:
        """Whether a proposal was ticked, at the version that it has now."""
        token = as_hex(Proposal.id) + "." + cast(Proposal.version, String)
        return token.in_(_each_of(db, [each.replace("-", "") for each in self.tokens]))


def _each_of(db: Session, texts: Collection[str]) -> Select[Any]:
    """Hand thousands of words over as one value, and take them apart in the database."""
    given = literal(json.dumps(list(texts)), String)
    if db.get_bind().dialect.name == "postgresql":
        return select(func.json_array_elements_text(cast(given, JSON)).column_valued("ticked"))
    return select(func.json_each(given).table_valued("value").c.value)


def as_hex(column: Any) -> ColumnElement[str]:
    """Write an id in hexadecimal digits alone, as both databases can."""
    return func.replace(cast(column, String), "-", "")


def sum_up(db: Session, chosen: Chosen) -> Sums:
    """Count the pairs that were chosen, their mentees, and what to look at; one query."""
    sure = and_(mentee.confirmed_at.is_not(None), mentor.confirmed_at.is_not(None))
    query = (
        select(
            func.count(),
            func.count(distinct(Proposal.mentee_enrolment_id)),
            func.coalesce(func.avg(Proposal.affinity), 0.0),
            func.count(case((Proposal.affinity < WEAK, 1))),
            func.count(case((~sure, 1))),
            func.count(case((or_(mentee.places < 1, mentor.places < 1), 1))),
        )
        .select_from(Proposal)
        .join(mentor, Proposal.mentor_enrolment)
        .join(mentee, Proposal.mentee_enrolment)
        .where(*chosen.conditions(db))
    )
    names = ("pairs", "mentees", "mean", "weak", "unconfirmed", "without_places")
    return Sums(**dict(zip(names, db.execute(query).one(), strict=True)))


class Weak(NamedTuple):
    """A pair that deserves a second look."""

    id: Any
    mentee: str
    mentor: str
    affinity: float


def list_weakest(db: Session, chosen: Chosen, *, limit: int) -> list[Weak]:
    """List the weakest of the chosen pairs, with their names; one query."""
    one, other = aliased(Member), aliased(Member)
    ids = select(Proposal.id).where(*chosen.conditions(db), Proposal.affinity < WEAK)
    first = ids.order_by(Proposal.affinity, Proposal.id).limit(limit)
    query = (
        select(Proposal.id, one.name, other.name, Proposal.affinity)
        .select_from(Proposal)
        .join(mentor, Proposal.mentor_enrolment)
        .join(mentee, Proposal.mentee_enrolment)
        .join(one, mentee.member)
        .join(other, mentor.member)
        .where(Proposal.id.in_(first))
        .order_by(Proposal.affinity, Proposal.id)
    )
    return [Weak(*row) for row in db.execute(query)]


@dataclass(frozen=True, slots=True)
class Contested:
    """Pairs of people of whom more is asked than they have places, and what these hold now."""

    pairs: Sequence[Brief] = ()
    held: Sequence[tuple[str, int]] = ()


def find_contested(db: Session, chosen: Chosen, *, least: int = 2) -> Contested:
    """Find them among the chosen pairs and those approved before; nobody, usually.

    With one place each, only those are looked at of whom something is asked twice (`least`).
    """
    pairs = select(Proposal.mentee_enrolment_id, Proposal.mentor_enrolment_id)
    people = pairs.where(*chosen.all_open()).cte()
    rows = union_all(
        *(select(person.label("person"), literal(0).label("held")) for person in people.c),
        *(each.add_columns(literal(1)) for each in holders(chosen.run.programme_id)),
    ).subquery()
    number, held = func.count().label("number"), func.sum(rows.c.held).label("held")
    grouped = select(rows.c.person, number, held).group_by(rows.c.person)
    each = grouped.having(number >= least).subquery()
    over = select(each.c.person, each.c.held).join(Enrolment, Enrolment.id == each.c.person)
    found = list(db.execute(over.where(each.c.number > Enrolment.places)))
    if not found:
        return Contested()
    here = chosen.or_approved(db)
    return Contested(
        _briefly(db, here, {person.hex for person, _holds in found}),
        [(person.hex, holds) for person, holds in found],
    )


def _briefly(
    db: Session, here: tuple[ColumnElement[bool], ...], people: Collection[str]
) -> list[Brief]:
    query = (
        select(
            *(as_hex(Proposal.id), Proposal.state),
            *(as_hex(Proposal.mentee_enrolment_id), as_hex(Proposal.mentor_enrolment_id)),
            *(mentee.places, mentor.places),
        )
        .join(mentor, Proposal.mentor_enrolment)
        .join(mentee, Proposal.mentee_enrolment)
        .where(*here)
        .order_by(Proposal.affinity, Proposal.id)
    )
    every: list[Any] = list(db.execute(query))
    return [Brief(*row) for row in every if row[2] in people or row[3] in people]
