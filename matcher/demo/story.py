"""The story of the demo: what goes on from day to day, and who is who in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from matcher.config import Settings
from matcher.demo.life import Life
from matcher.feedback.models import CheckIn
from matcher.foundation.doors import Doors
from matcher.jobs.work import Work
from matcher.members.models import Grant, Member, Role
from matcher.pairings.models import Pairing
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import Proposal

ZONE = ZoneInfo("Europe/Amsterdam")
PASSWORD = "zeven fietsen naast elkaar"  # noqa: S105  # the demo's, printed when it starts
SIGN_INS = (
    ("coordinator", "hanna@example.org", PASSWORD),
    ("mentor", "marijke.vdweijden@example.org", PASSWORD),
    ("mentee", "yara.almasri@example.org", PASSWORD),
    ("administrator", "beheer@example.org", PASSWORD),
)


class Freely:
    """A hold on work that nobody else wants: the demo is built before anything is started."""

    def confirm(self, db: Session) -> None:
        pass

    def report(self, phase: str, done: float) -> None:
        pass


@dataclass
class Story:
    """What goes on from day to day."""

    settings: Settings
    doors: Doors
    begin: datetime
    programme_id: UUID = field(init=False)
    hanna_id: UUID = field(init=False)
    life: Life = field(default_factory=Life)
    next_meeting: dict[UUID, date] = field(default_factory=dict)
    held: dict[UUID, int] = field(default_factory=dict)

    def at(self, day: int, hour: int = 9) -> datetime:
        return datetime.combine(self.begin.date() + timedelta(days=day), time(hour), ZONE)

    def work(self, now: datetime, subject_id: UUID | None = None, **payload: Any) -> Work:
        return Work(
            subject_id=subject_id or self.programme_id,
            settings=self.settings,
            doors=self.doors,
            hold=Freely(),
            payload=payload,
            now=lambda: now,
        )


def programme_of(db: Session, story: Story) -> Programme:
    return db.get_one(Programme, story.programme_id)


def hanna_of(db: Session, story: Story) -> Member:
    return db.get_one(Member, story.hanna_id)


def administrator_of(db: Session) -> Member:
    return db.scalars(select(Member).join(Grant).where(Grant.role == Role.ADMINISTRATOR)).one()


def ids(story: Story, column: Any, *conditions: Any) -> Iterator[UUID]:
    with story.doors.reading() as db:
        return iter(db.scalars(select(column).where(*conditions).order_by(column)).all())


def in_turn(story: Story, kind: Any, *conditions: Any) -> Iterator[UUID]:
    """List them by who the two are: ids are another each time, and so would the story be."""
    two = {
        Proposal: (Proposal.mentee_enrolment_id, Proposal.mentor_enrolment_id),
        Pairing: (Pairing.mentee_enrolment_id, Pairing.mentor_enrolment_id),
        CheckIn: (Pairing.mentee_enrolment_id, Pairing.mentor_enrolment_id),
    }[kind]
    mentee, mentor = aliased(Enrolment), aliased(Enrolment)
    one, other = aliased(Member), aliased(Member)
    query = select(kind.id).where(*conditions)
    if kind is CheckIn:
        query = query.join(Pairing, CheckIn.pairing_id == Pairing.id)
    query = query.join(mentee, two[0] == mentee.id).join(mentor, two[1] == mentor.id)
    query = query.join(one, mentee.member_id == one.id).join(other, mentor.member_id == other.id)
    last = CheckIn.side if kind is CheckIn else kind.id
    with story.doors.reading() as db:
        return iter(db.scalars(query.order_by(one.name, other.name, last)).all())
