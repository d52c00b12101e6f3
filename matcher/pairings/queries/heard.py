"""What was said back after meetings, and who talked most."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, case, func, select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import HeardLine, Meeting, MeetingState, Pairing, TalkBalance

WAITS = -1  # a line waits for the reader: it is the mentee's to make right


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFacts:
    """What a coordinator is told of it: numbers and a date, never words."""

    held: int
    written: int
    kept: int
    corrected: int
    last_on: date | None


def count_heard(pairing_id: UUID, member_id: UUID) -> ScalarSelect[int]:
    """Count the lines that are kept; `WAITS` while one waits for the reader."""
    of_pair = select(func.count(HeardLine.id)).join(Meeting).where(Meeting.pairing_id == pairing_id)
    kept = of_pair.where(HeardLine.kept_at.is_not(None)).scalar_subquery()
    waiting = (
        select(HeardLine.id)
        .join(Meeting)
        .join(Pairing)
        .where(Meeting.pairing_id == pairing_id, HeardLine.kept_at.is_(None))
        .where(Pairing.mentee_member_id == member_id)
        .exists()
    )
    return select(case((waiting, WAITS), else_=kept)).scalar_subquery()


def find_talk(db: Session, meeting_id: UUID, member: Member) -> TalkBalance | None:
    """Find what one person answered about who talked most. Nobody else is ever told."""
    mine = TalkBalance.meeting_id == meeting_id, TalkBalance.member_id == member.id
    return db.scalar(select(TalkBalance).where(*mine))


def heard_facts(db: Session, pairing: Pairing) -> HeardFacts:
    """Count for the coordinator, without opening a single line."""
    held = Meeting.state == MeetingState.HELD
    row = db.execute(
        select(
            func.count(Meeting.id),
            func.count(HeardLine.id),
            func.count(HeardLine.kept_at),
            func.count(case((HeardLine.is_corrected, 1))),
            func.max(HeardLine.written_at),
        )
        .select_from(Meeting)
        .outerjoin(HeardLine, HeardLine.meeting_id == Meeting.id)
        .where(Meeting.pairing_id == pairing.id, held)
    ).one()
    last: datetime | None = row[4]
    return HeardFacts(
        held=row[0], written=row[1], kept=row[2], corrected=row[3], last_on=last and last.date()
    )
