"""What the mentee works on."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager

from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.pairings.models import (
    Meeting,
    MeetingState,
    Pairing,
    Point,
    PointKind,
    PointState,
)
from matcher.pairings.queries.pairings import with_people

WRITTEN = {PointKind.GOAL, PointKind.AGENDA, PointKind.ABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every point, the oldest first, and the meeting that was held last."""

    points: Sequence[Point]
    last_held: Meeting | None


def find_board(db: Session, pairing: Pairing) -> Board:
    """Find both with one question."""
    rows: Sequence[tuple[Meeting | None, Point | None]] = [
        (meeting, point) for meeting, point in db.execute(_board(), {"pairing_id": pairing.id})
    ]
    points = [point for _meeting, point in rows if point is not None]
    return Board(points=points, last_held=rows[0][0])


@made_once
def _board(pairing_id: UUID) -> Select[Meeting, Point]:
    held = aliased(Meeting)
    latest = (
        select(held.id)
        .where(held.pairing_id == pairing_id, held.state == MeetingState.HELD)
        .order_by(held.starts_at.desc(), held.id)
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(Meeting, Point)
        .select_from(Pairing)
        .outerjoin(Meeting, Meeting.id == latest)
        .outerjoin(Point, Point.pairing_id == Pairing.id)
        .where(Pairing.id == pairing_id)
        .order_by(Point.added_at, Point.id)
    )


def list_points(db: Session, pairing: Pairing) -> Sequence[Point]:
    query = select(Point).where(Point.pairing_id == pairing.id)
    return db.scalars(query.order_by(Point.added_at, Point.id)).all()


def find_point(db: Session, pairing_id: UUID, point_id: UUID, *, seen_by: Member) -> Point | None:
    """Find a point of a pairing, but only for the two people in it."""
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = (
        select(Point)
        .join(Point.pairing)
        .where(Point.id == point_id, Point.pairing_id == pairing_id, theirs)
        .options(contains_eager(Point.pairing).options(*with_people()))
    )
    return db.scalar(query)


def find_to_write(
    db: Session, pairing_id: UUID, point_kind: str, *, seen_by: Member
) -> Pairing | None:
    """Find a pairing in which a point of this kind is to be written down."""
    if point_kind not in WRITTEN:
        return None
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = select(Pairing).where(Pairing.id == pairing_id, theirs).options(*with_people())
    return db.scalar(query)


def count_open(pairing_id: UUID, _member_id: UUID) -> ScalarSelect[int]:
    """Count the goals and steps that are open, and what was proposed."""
    kinds = Point.kind.in_([PointKind.GOAL, PointKind.STEP])
    is_open = and_(Point.state == PointState.OPEN, kinds)
    here = Point.pairing_id == pairing_id
    return select(func.count(Point.id)).where(here, is_open).scalar_subquery()
