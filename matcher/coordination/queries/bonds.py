"""The pairs of a programme in a list, those with open signals first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from matcher.feedback.models import Band, CheckIn, CheckInState, Concern, Health, Signal
from matcher.foundation.asking import made_once, rows_of
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.pairings.models.keeper import Keeper
from matcher.programmes.models import Programme
from matcher.programmes.queries import Coordinated

PAGE = 25
Here = Programme | Coordinated


class Bond(NamedTuple):
    """A pairing in a list, with when it is asked next and how many signals are open."""

    id: UUID
    since: date
    state: PairingState
    last_met_on: date | None
    mentee: str
    mentor: str
    next_check_in: date | None
    signals: int
    band: Band | None  # of its health, once there is something to go by
    reasons: list[str] | None
    is_unsure: bool | None


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
    db: Session, programme: Here, wanted: WantedBonds, *, seen_by: Member
) -> tuple[list[Bond], int]:
    """List a page of the pairings, those with open signals first, and say how many there are.

    Then those that seem to go less well: that is all the score is used for.

    Of one's own pairing there is nothing to see here, nor what was told to somebody else.
    """
    asked: dict[str, object] = {"programme_id": programme.id, "me": seen_by.id}
    start = {"size": wanted.size, "start": (wanted.page - 1) * wanted.size}
    query = _bonds(wanted.part, _is_handed(programme, wanted, seen_by))
    total = count_bonds(db, programme, wanted, seen_by=seen_by)
    return [Bond._make(row) for row in rows_of(db, query(), asked | start)], total


def list_bound(db: Session, programme: Here, wanted: WantedBonds, *, seen_by: Member) -> set[UUID]:
    """List the ids of the members of all these pairings."""
    asked = {"programme_id": programme.id, "me": seen_by.id}
    query = _bound(wanted.part, _is_handed(programme, wanted, seen_by))
    return {each for both in rows_of(db, query(), asked) for each in both}


def count_bonds(db: Session, programme: Here, wanted: WantedBonds, *, seen_by: Member) -> int:
    query = _how_many(wanted.part, _is_handed(programme, wanted, seen_by))
    [[number]] = rows_of(db, query(), {"programme_id": programme.id, "me": seen_by.id})
    return int(number)


def _is_handed(programme: Here, wanted: WantedBonds, seen_by: Member) -> bool:
    """Tell whether only what was handed to whoever looks is theirs.

    The contact person also takes care of what was handed to nobody.
    """
    return wanted.part == "mine" and programme.contact_id != seen_by.id


@cache
def _bonds(part: str, handed: bool) -> Callable[[], Select[*tuple[Any, ...]]]:  # noqa: FBT001  # part of a key
    @made_once
    def made(programme_id: UUID, me: UUID, size: int, start: int) -> Select[*tuple[Any, ...]]:
        # Of the check-ins of this pairing alone: among all that are planned SQLite would look long.
        planned = func.min(CheckIn.opens_on).filter(CheckIn.state == CheckInState.PLANNED)
        asked = select(planned).where(CheckIn.pairing_id == Pairing.id).scalar_subquery()
        signals = _open_signals(me).label("signals")
        order = signals.desc(), Health.score.asc().nulls_last(), Pairing.since, Pairing.id
        mentee, mentor = aliased(Member), aliased(Member)
        pair = Pairing.id, Pairing.since, Pairing.state, Pairing.last_met_on
        both = mentee.name, mentor.name
        health = Health.band, Health.reasons, Health.is_unsure
        return (
            select(*pair, *both, asked, signals, *health)  # columns: a list shows no more of them
            .join(mentee, mentee.id == Pairing.mentee_member_id)
            .join(mentor, mentor.id == Pairing.mentor_member_id)
            .outerjoin(Health, Health.pairing_id == Pairing.id)
            .where(*_asked_for(programme_id, me, part, handed=handed))
            .order_by(*order)
            .limit(size)
            .offset(start)
        )

    return made


@cache
def _bound(part: str, handed: bool) -> Callable[[], Select[UUID, UUID]]:  # noqa: FBT001  # part of a key
    @made_once
    def made(programme_id: UUID, me: UUID) -> Select[UUID, UUID]:
        both = Pairing.mentor_member_id, Pairing.mentee_member_id
        return select(*both).where(*_asked_for(programme_id, me, part, handed=handed))

    return made


def _open_signals(me: UUID) -> ScalarSelect[int]:
    to_others = Concern.id == Signal.cause_id, Concern.to_id != me
    return (
        select(func.count(Signal.id))
        .where(
            Signal.pairing_id == Pairing.id,
            Signal.handled_at.is_(None),
            ~select(Concern.id).where(*to_others).exists(),
        )
        .scalar_subquery()
    )


@cache
def _how_many(part: str, handed: bool) -> Callable[[], Select[int]]:  # noqa: FBT001  # part of a key
    @made_once
    def made(programme_id: UUID, me: UUID) -> Select[int]:
        asked = _asked_for(programme_id, me, part, handed=handed)
        return select(func.count(Pairing.id)).where(*asked)

    return made


def _asked_for(
    programme_id: UUID, me: UUID, part: str, *, handed: bool
) -> list[ColumnElement[bool]]:
    asked = [
        Pairing.programme_id == programme_id,
        PARTS[part],
        Pairing.mentor_member_id != me,
        Pairing.mentee_member_id != me,
    ]
    return [*asked, _is_kept_by(me, handed=handed)] if part == "mine" else asked


def _is_kept_by(me: UUID, *, handed: bool) -> ColumnElement[bool]:
    """Who takes care of a pairing: whom it was handed to, else the contact person."""
    kept = select(Keeper.id).where(Keeper.pairing_id == Pairing.id)
    mine = kept.where(Keeper.member_id == me).exists()
    return mine if handed else or_(mine, ~kept.exists())
