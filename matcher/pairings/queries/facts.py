"""What a coordinator may know of the pages beneath a space: how many and when, never what."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher.pairings.models import (
    Agreement,
    Expectation,
    HelpRequest,
    Pairing,
    Point,
    PointKind,
    PointState,
    ResourceShown,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafFacts:
    expected: int  # how many of the two said what they expect
    agreed: int  # one, once both said yes
    goals: int
    reached: int
    steps: int
    asked: int
    waiting: int
    shown: int
    last_on: date | None


def find_leaf_facts(db: Session, pairing: Pairing) -> LeafFacts:
    """Count all of it with one question, of columns that are not sealed."""
    here = pairing.id
    taken = Point.state.in_([PointState.OPEN, PointState.DONE])
    goal, step = Point.kind == PointKind.GOAL, Point.kind == PointKind.STEP
    yes = Agreement.mentor_yes_at.is_not(None), Agreement.mentee_yes_at.is_not(None)
    counts = (
        _count(Expectation.pairing_id, here),
        _count(Agreement.pairing_id, here, *yes),
        _count(Point.pairing_id, here, goal, taken),
        _count(Point.pairing_id, here, goal, Point.state == PointState.DONE),
        _count(Point.pairing_id, here, step, taken),
        _count(HelpRequest.pairing_id, here),
        _count(HelpRequest.pairing_id, here, HelpRequest.closed_at.is_(None)),
        _count(ResourceShown.pairing_id, here),
    )
    last_point = select(func.max(Point.added_at)).where(Point.pairing_id == here)
    last_asked = select(func.max(HelpRequest.asked_at)).where(HelpRequest.pairing_id == here)
    row = db.execute(
        select(*counts, last_point.scalar_subquery(), last_asked.scalar_subquery())
    ).one()
    dates = [each for each in row[len(counts) :] if isinstance(each, datetime)]
    return LeafFacts(
        expected=row[0],
        agreed=row[1],
        goals=row[2],
        reached=row[3],
        steps=row[4],
        asked=row[5],
        waiting=row[6],
        shown=row[7],
        last_on=max(dates).date() if dates else None,
    )


def _count(
    column: InstrumentedAttribute[UUID], pairing_id: UUID, *more: ColumnElement[bool]
) -> ScalarSelect[int]:
    return select(func.count(column)).where(column == pairing_id, *more).scalar_subquery()
