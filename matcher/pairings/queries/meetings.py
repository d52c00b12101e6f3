"""Finding meetings."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.pairings.models import Meeting, Pairing
from matcher.pairings.queries.pairings import with_people

MOST = 100


def find_meeting(
    db: Session, pairing_id: UUID, meeting_id: UUID, *, seen_by: Member
) -> Meeting | None:
    """Find a meeting of a pairing, but only for the two people in it."""
    theirs = or_(Pairing.mentor_member_id == seen_by.id, Pairing.mentee_member_id == seen_by.id)
    query = (
        select(Meeting)
        .join(Meeting.pairing)
        .where(Meeting.id == meeting_id, Meeting.pairing_id == pairing_id, theirs)
        .options(contains_eager(Meeting.pairing).options(*with_people()), joinedload(Meeting.heard))
    )
    return db.scalar(query)


def list_meetings(db: Session, pairing: Pairing) -> Sequence[Meeting]:
    """List the meetings of a pairing with what was heard, the latest first."""
    return db.scalars(_meetings(), {"pairing_id": pairing.id}).all()


@made_once
def _meetings(pairing_id: UUID) -> Select[Meeting]:
    return (
        select(Meeting)
        .where(Meeting.pairing_id == pairing_id)
        .options(joinedload(Meeting.heard))
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(MOST)
    )
