"""What a coordinator's pages ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.models import CheckIn, CheckInState, Concern, Health, Signal
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.models.keeper import Keeper
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.proposals.models import MatchRun, Proposal

PAGE = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each kind: `counts["mentee", "waiting"]`, `counts["pairing", …]`."""

    by: dict[tuple[str, str], int]

    def of(self, kind: str, *states: str) -> int:
        return sum(n for (of, state), n in self.by.items() if of == kind and state in states)

    def all(self, kind: str) -> int:
        return sum(n for (of, _), n in self.by.items() if of == kind)


@dataclass(frozen=True, slots=True)
class Bond:
    """A pairing in a list, with when it is asked next and how many signals are open."""

    pairing: Pairing
    next_check_in: date | None
    signals: int
    health: Health | None = None


def list_coordinated(db: Session, *, seen_by: Member) -> Sequence[Programme]:
    """List the programmes that this member looks after; for an administrator, every one."""
    query = select(Programme).order_by(Programme.created_at)
    if not seen_by.is_administrator:
        query = query.where(Programme.id.in_(seen_by.coordinates))
    return db.scalars(query).all()


def count_states(db: Session, programme_id: UUID) -> Counts:
    """Count people, proposals, pairings and check-ins by state, in one query."""
    check_ins = select(CheckIn.state, Pairing.programme_id).join(CheckIn.pairing).subquery()
    kinds = (
        (cast(Enrolment.side, String), Enrolment.state, Enrolment.programme_id),
        (literal("proposal"), Proposal.state, Proposal.programme_id),
        (literal("pairing"), Pairing.state, Pairing.programme_id),
        (literal("check_in"), check_ins.c.state, check_ins.c.programme_id),
    )
    counts: list[Any] = [
        select(kind, cast(state, String), func.count())
        .where(programme == programme_id)
        .group_by(kind, state)
        for kind, state, programme in kinds
    ]
    rows = db.execute(union_all(*counts, _returned(programme_id)))
    return Counts({(str(kind), str(state)): number for kind, state, number in rows})


def _returned(programme_id: UUID) -> Select[Any]:
    """Count the people to whose address mail comes back."""
    here = Enrolment.programme_id == programme_id, Enrolment.state != EnrolmentState.WITHDRAWN
    # The few to whom mail comes back are found first, by their index; then whether they are here.
    takes_part = select(Enrolment.id).where(Enrolment.member_id == Member.id, *here).exists()
    number = select(func.count(Member.id)).where(Member.email_returned_at.is_not(None), takes_part)
    return select(literal("mail"), literal("returned"), number.scalar_subquery())


def find_latest_run(db: Session, programme_id: UUID) -> MatchRun | None:
    query = select(MatchRun).where(MatchRun.programme_id == programme_id)
    return db.scalars(query.order_by(MatchRun.number.desc()).limit(1)).first()


# Which part of the pairs is shown, by the word in the address.
PARTS: Mapping[str, ColumnElement[bool]] = {
    "now": Pairing.state != PairingState.CLOSED,
    "mine": Pairing.state != PairingState.CLOSED,
    **{str(state): Pairing.state == state for state in PairingState},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedBonds:
    """Which pairs are looked at. `mine`: those that whoever looks takes care of."""

    part: str = "now"
    page: int = 1
    size: int = PAGE


def list_bonds(
    db: Session, programme: Programme, wanted: WantedBonds, *, seen_by: Member
) -> tuple[list[Bond], int]:
    """List a page of the pairings, those with open signals first, and say how many there are.

    Then those that seem to go less well: that is all the score is used for.

    Of one's own pairing there is nothing to see here, nor what was told to somebody else.
    """
    asked = (
        select(func.min(CheckIn.opens_on))
        .where(CheckIn.pairing_id == Pairing.id, CheckIn.state == CheckInState.PLANNED)
        .scalar_subquery()
    )
    to_others = Concern.id == Signal.cause_id, Concern.to_id != seen_by.id
    open_signals = (
        select(func.count(Signal.id))
        .where(
            Signal.pairing_id == Pairing.id,
            Signal.handled_at.is_(None),
            ~select(Concern.id).where(*to_others).exists(),
        )
        .scalar_subquery()
    )
    theirs = and_(*_asked_for(programme, wanted, seen_by))
    query = (
        select(Pairing, asked, open_signals, Health)
        .outerjoin(Health, Health.pairing_id == Pairing.id)
        .where(theirs)
        .options(joinedload(Pairing.mentor), joinedload(Pairing.mentee))
        .order_by(open_signals.desc(), Health.score.asc().nulls_last(), Pairing.since, Pairing.id)
        .limit(wanted.size)
        .offset((wanted.page - 1) * wanted.size)
    )
    total = db.scalar(select(func.count(Pairing.id)).where(theirs)) or 0
    return [Bond(*row) for row in db.execute(query)], total


def _asked_for(
    programme: Programme, wanted: WantedBonds, seen_by: Member
) -> list[ColumnElement[bool]]:
    asked = [
        Pairing.programme_id == programme.id,
        PARTS[wanted.part],
        Pairing.mentor_member_id != seen_by.id,
        Pairing.mentee_member_id != seen_by.id,
    ]
    return [*asked, _is_kept_by(programme, seen_by)] if wanted.part == "mine" else asked


def _is_kept_by(programme: Programme, member: Member) -> ColumnElement[bool]:
    """Who takes care of a pairing: whom it was handed to, else the contact person."""
    kept = select(Keeper.id).where(Keeper.pairing_id == Pairing.id)
    mine = kept.where(Keeper.member_id == member.id).exists()
    return or_(mine, ~kept.exists()) if programme.contact_id == member.id else mine


def list_due_check_ins(db: Session, programme_id: UUID) -> Sequence[tuple[date, int]]:
    """List the next days on which check-ins open, and how many."""
    query = (
        select(CheckIn.opens_on, func.count())
        .join(CheckIn.pairing)
        .where(Pairing.programme_id == programme_id, CheckIn.state == CheckInState.PLANNED)
        .group_by(CheckIn.opens_on)
        .order_by(CheckIn.opens_on)
        .limit(6)
    )
    return [(day, number) for day, number in db.execute(query)]


def find_overseen(
    db: Session, programme_id: UUID, pairing_id: UUID, *, seen_by: Member
) -> Pairing | None:
    """Find a pairing for a coordinator of its programme, unless it is their own."""
    if programme_id not in seen_by.coordinates:
        return None
    own = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = (
        select(Pairing)
        .where(Pairing.id == pairing_id, Pairing.programme_id == programme_id, ~own)
        .options(
            joinedload(Pairing.mentor), joinedload(Pairing.mentee), joinedload(Pairing.programme)
        )
    )
    return db.scalar(query)
