"""What the mentee works on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager

from matcher.foundation.asking import made_once, rows_of
from matcher.guidance.tips import Side
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


@dataclass(frozen=True, slots=True)
class Written:
    """A point to look at. What it says is opened where it is shown, and only then."""

    id: UUID
    kind: PointKind
    by: Side
    state: PointState
    meeting_id: UUID | None
    settled_at: datetime | None
    text_sealed: bytes | None
    comment_sealed: bytes | None

    @property
    def text(self) -> Mapping[str, str]:
        return Point.text.opened(self.id, self.text_sealed) or {}

    @property
    def comment(self) -> str:
        return Point.comment.opened(self.id, self.comment_sealed) or ""


@dataclass(frozen=True, slots=True)
class Held:
    """The meeting that was held last."""

    id: UUID
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every point, the oldest first, and the meeting that was held last."""

    points: Sequence[Written]
    last_held: Held | None


def find_board(db: Session, pairing_id: UUID) -> Board:
    """Find both with one question."""
    rows = rows_of(db, _board(), {"pairing_id": pairing_id})
    held = rows[0][:2]
    return Board(
        points=[Written(*row[2:]) for row in rows if row[2]],
        last_held=Held(*held) if held[0] else None,
    )


@made_once
def _board(pairing_id: UUID) -> Select[*tuple[Any, ...]]:
    held = aliased(Meeting)
    latest = (
        select(held.id)
        .where(held.pairing_id == pairing_id, held.state == MeetingState.HELD)
        .order_by(held.starts_at.desc(), held.id)
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            *(Meeting.id, Meeting.starts_at),
            *(Point.id, Point.kind, Point.by, Point.state, Point.meeting_id, Point.settled_at),
            *(Point.text_sealed, Point.comment_sealed),
        )
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
    kinds = or_(Point.kind == PointKind.GOAL, Point.kind == PointKind.STEP)
    is_open = and_(Point.state == PointState.OPEN, kinds)
    here = Point.pairing_id == pairing_id
    return select(func.count(Point.id)).where(here, is_open).scalar_subquery()
