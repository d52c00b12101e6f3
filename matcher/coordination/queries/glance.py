"""What a coordinator's pages ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    Select,
    String,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.models import CheckIn, CheckInState
from matcher.foundation.asking import made_once, rows_of
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.proposals.models import MatchRun, Proposal, RunState


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each kind: `counts["mentee", "waiting"]`, `counts["pairing", …]`."""

    by: dict[tuple[str, str], int]

    def of(self, kind: str, *states: str) -> int:
        return sum(n for (of, state), n in self.by.items() if of == kind and state in states)

    def all(self, kind: str) -> int:
        return sum(n for (of, _), n in self.by.items() if of == kind)


def list_coordinated(db: Session, *, seen_by: Member) -> Sequence[Programme]:
    """List the programmes that this member looks after; for an administrator, every one."""
    query = select(Programme).order_by(Programme.created_at)
    if not seen_by.is_administrator:
        query = query.where(Programme.id.in_(seen_by.coordinates))
    return db.scalars(query).all()


def count_states(db: Session, programme_id: UUID) -> Counts:
    """Count people, proposals, pairings and check-ins by state, in one query."""
    rows = rows_of(db, _states(), {"programme_id": programme_id})
    return Counts({(kind, state): number for kind, state, number in rows})


@made_once
def _states(programme_id: UUID) -> CompoundSelect[Any]:
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
    return union_all(*counts, _returned(programme_id))


def _returned(programme_id: UUID) -> Select[Any]:
    """Count the people to whose address mail comes back."""
    here = Enrolment.programme_id == programme_id, Enrolment.state != EnrolmentState.WITHDRAWN
    # The few to whom mail comes back are found first, by their index; then whether they are here.
    takes_part = select(Enrolment.id).where(Enrolment.member_id == Member.id, *here).exists()
    number = select(func.count(Member.id)).where(Member.email_returned_at.is_not(None), takes_part)
    return select(literal("mail"), literal("returned"), number.scalar_subquery())


class LatestRun(NamedTuple):
    """The newest run of a programme, as the glance tells of it."""

    id: UUID
    number: int
    state: RunState


def find_latest_run(db: Session, programme_id: UUID) -> LatestRun | None:
    rows = rows_of(db, _latest_run(), {"programme_id": programme_id})
    return LatestRun._make(rows[0]) if rows else None


@made_once
def _latest_run(programme_id: UUID) -> Select[UUID, int, RunState]:
    query = select(MatchRun.id, MatchRun.number, MatchRun.state)
    here = MatchRun.programme_id == programme_id
    return query.where(here).order_by(MatchRun.number.desc()).limit(1)


def list_due_check_ins(db: Session, programme_id: UUID) -> Sequence[tuple[date, int]]:
    """List the next days on which check-ins open, and how many."""
    rows = rows_of(db, _due_check_ins(), {"programme_id": programme_id})
    return [(day, number) for day, number in rows]


@made_once
def _due_check_ins(programme_id: UUID) -> Select[date, int]:
    return (
        select(CheckIn.opens_on, func.count())
        .join(CheckIn.pairing)
        .where(Pairing.programme_id == programme_id, CheckIn.state == CheckInState.PLANNED)
        .group_by(CheckIn.opens_on)
        .order_by(CheckIn.opens_on)
        .limit(6)
    )


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
