"""What a programme's people ask and offer, in plain figures: counted anew, or kept beforehand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Programme
from matcher.programmes.queries.matchable import list_bare
from matcher.programmes.queries.people import count_people
from matcher.programmes.queries.ready import list_signed
from matcher.programmes.services.duplicates import Alike, Signed, find_alike
from matcher.proposals.models import Supply
from matcher.proposals.queries.places import count_free, count_taken
from matcher.proposals.queries.supply import AT_ONCE, find_supply, mark_of
from matcher.proposals.services.supply import Balance, balance

COUNT = "count_supply"
KEPT, TWICE = 20, 60  # of each kind; and of those who may be here twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted: when, if it was beforehand; and of whom, by ids only."""

    balances: dict[str, tuple[Balance, ...]]
    free: dict[Side, tuple[int, int]]
    people: dict[tuple[str, str], int]
    twice: tuple[tuple[UUID, UUID, tuple[str, ...]], ...]
    at: datetime | None = None


def counted(db: Session, programme: Programme, *, today: date) -> Counted:
    """Count a programme's people; of a large one, tell what was counted beforehand."""
    kept = find_supply(db, programme.id)
    if kept and kept.people > AT_ONCE:
        return read_figures(kept.figures, kept.counted_at)
    return read_figures(take_stock(db, programme, today=today))


def take_stock(db: Session, programme: Programme, *, today: date) -> dict[str, Any]:
    """Count who asks and offers what, and who may be here twice, in values that can be kept."""
    people = list_bare(db, programme, today=today)
    balances = balance(people, count_taken(db, programme.id))
    return {
        "balances": {
            kind: [[each.key, each.asked, each.places] for each in found[:KEPT]]
            for kind, found in balances.items()
        },
        "free": {
            str(side): list(number)
            for side, number in count_free(db, programme, today=today).items()
        },
        "people": [[*key, number] for key, number in count_people(db, programme).items()],
        "twice": _alike(find_alike(Signed(**each) for each in _signed(db, programme))),
    }


def _signed(db: Session, programme: Programme) -> Iterable[dict[str, Any]]:
    names = ("id", "member_id", "side", "name", "email", "phone")
    return (dict(zip(names, each, strict=True)) for each in list_signed(db, programme))


def _alike(found: list[Alike]) -> list[list[Any]]:
    return [[str(each.one.id), str(each.other.id), list(each.same)] for each in found[:TWICE]]


def read_figures(figures: dict[str, Any], at: datetime | None = None) -> Counted:
    return Counted(
        balances={
            kind: tuple(
                Balance(kind=kind, key=key, asked=asked, places=places)
                for key, asked, places in found
            )
            for kind, found in figures["balances"].items()
        },
        free={Side(side): (people, places) for side, (people, places) in figures["free"].items()},
        people={(side, state): number for side, state, number in figures["people"]},
        twice=tuple(
            (UUID(one), UUID(other), tuple(kinds)) for one, other, kinds in figures["twice"]
        ),
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What was counted, when, and the mark of what it was counted of."""

    figures: dict[str, Any]
    mark: str
    at: datetime


def count_again(db: Session, programme: Programme, *, now: datetime) -> Stock | None:
    """Count a programme, unless it would come to the same as what is kept."""
    kept, mark = find_supply(db, programme.id), mark_of(db, programme, now.date())
    if kept and kept.mark == mark:
        return None
    return Stock(figures=take_stock(db, programme, today=now.date()), mark=mark, at=now)


def keep_count(db: Session, programme_id: UUID, stock: Stock) -> None:
    """Keep what was counted, in place of what was before."""
    kept = find_supply(db, programme_id)
    if kept is None:
        kept = Supply(programme_id=programme_id, counted_at=stock.at, mark=stock.mark)
        db.add(kept)
    kept.counted_at, kept.mark, kept.figures = stock.at, stock.mark, stock.figures
    kept.people = sum(number for *_key, number in stock.figures["people"])
    db.flush()
