"""What stands in a coordinator's calendar: days and numbers, no names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from matcher.desk.models import CalendarFeed
from matcher.feedback.models import CheckIn, CheckInState
from matcher.members.models import Member
from matcher.members.queries import fingerprint
from matcher.pairings.models import Meeting, MeetingState, Pairing
from matcher.proposals.models import Proposal, ProposalState

BACK, AHEAD = timedelta(days=30), timedelta(days=190)
DUE = (MeetingState.PROPOSED, MeetingState.PLANNED)
MOST = 2_000


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day of a calendar."""

    first: date
    last: date

    @classmethod
    def around(cls, today: date) -> "Days":
        return cls(today - BACK, today + AHEAD)


def find_feed(db: Session, token: str) -> CalendarFeed | None:
    """Find the calendar behind a secret address, while its owner looks after the programme."""
    query = (
        select(CalendarFeed)
        .where(CalendarFeed.fingerprint == fingerprint(token))
        .options(
            joinedload(CalendarFeed.member).joinedload(Member.grants),
            joinedload(CalendarFeed.programme),
        )
    )
    feed = db.execute(query).unique().scalar_one_or_none()
    if feed is None or feed.member.disabled_at or feed.programme_id not in feed.member.coordinates:
        return None
    return feed


def find_own_feed(db: Session, programme_id: UUID, member: Member) -> CalendarFeed | None:
    own = CalendarFeed.programme_id == programme_id, CalendarFeed.member_id == member.id
    return db.scalar(select(CalendarFeed).where(*own))


def count_check_ins_by_day(db: Session, feed: CalendarFeed, days: Days) -> dict[date, int]:
    """Count, by day, how many people are asked how it goes."""
    query = (
        select(CheckIn.opens_on, func.count(CheckIn.id))
        .join(CheckIn.pairing)
        .where(
            *_of_others(feed),
            CheckIn.state.in_((CheckInState.PLANNED, CheckInState.OPEN)),
            CheckIn.opens_on.between(days.first, days.last),
        )
        .group_by(CheckIn.opens_on)
        .order_by(CheckIn.opens_on)
    )
    return {day: number for day, number in db.execute(query)}  # noqa: C416  # dict() takes a result for a mapping


def count_answers_by_day(db: Session, feed: CalendarFeed, days: Days) -> dict[date, int]:
    """Count, by their last day, the proposals that wait for answers."""
    query = (
        select(Proposal.answer_by, func.count(Proposal.id))
        .where(
            Proposal.programme_id == feed.programme_id,
            Proposal.state == ProposalState.OFFERED,
            Proposal.answer_by.between(days.first, days.last),
        )
        .group_by(Proposal.answer_by)
        .order_by(Proposal.answer_by)
    )
    return {day: number for day, number in db.execute(query) if day}


def list_meetings_due(db: Session, feed: CalendarFeed, *, since: datetime) -> Sequence[Meeting]:
    """List when pairs plan to meet."""
    query = (
        select(Meeting)
        .join(Meeting.pairing)
        .where(*_of_others(feed), Meeting.state.in_(DUE), Meeting.starts_at >= since - BACK)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(MOST)
    )
    return db.scalars(query).all()


def _of_others(feed: CalendarFeed) -> list[ColumnElement[bool]]:
    return [
        Pairing.programme_id == feed.programme_id,
        Pairing.mentor_member_id != feed.member_id,
        Pairing.mentee_member_id != feed.member_id,
    ]
