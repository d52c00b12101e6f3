"""The programme that is simulated, and how its pages' services are called from day to day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select

from matcher.config import Settings
from matcher.demo.story import Freely
from matcher.feedback.models import CheckIn
from matcher.foundation.doors import Doors
from matcher.jobs.work import Work
from matcher.pairings.models import Pairing
from matcher.simulation.people import People
from matcher.simulation.temper import Temper

ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """mentees, mentors: how many sign up in all; months: how long it is watched; seed: dice."""

    mentees: int
    mentors: int
    months: int
    seed: int = 1


@dataclass(slots=True, kw_only=True)
class World:
    """What is known of the simulated days. `agenda`: which pairs do something on which day."""

    settings: Settings
    doors: Doors
    size: Size
    begin: datetime
    programme_id: UUID
    coordinator_id: UUID
    people: People = field(init=False)
    temper: Temper = field(init=False)
    agenda: dict[date, set[UUID]] = field(default_factory=dict)
    meeting: dict[UUID, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = People(Random(self.size.seed))  # noqa: S311  # a story, not a secret
        self.temper = Temper(dice=Random(self.size.seed + 1))  # noqa: S311  # likewise

    def at(self, day: int, hour: int = 9) -> datetime:
        return datetime.combine(self.begin.date() + timedelta(days=day), time(hour), ZONE)

    def work(self, now: datetime, subject_id: UUID | None = None) -> Work:
        """Return a piece of work as the background gets it, at this moment."""
        return Work(
            subject_id=subject_id or self.programme_id,
            settings=self.settings,
            doors=self.doors,
            hold=Freely(),
            now=lambda: now,
        )

    def note(self, day: date, pairing_id: UUID) -> None:
        self.agenda.setdefault(day, set()).add(pairing_id)

    def ids(self, kind: Any, *conditions: ColumnElement[bool]) -> list[UUID]:
        """List the ids of such rows of this programme, oldest first."""
        query = select(kind.id).where(*conditions).order_by(kind.id)
        if kind is CheckIn:
            query = query.join(Pairing, CheckIn.pairing_id == Pairing.id)
        of = Pairing if kind is CheckIn else kind
        with self.doors.reading() as db:
            return list(db.scalars(query.where(of.programme_id == self.programme_id)))


Progress = Callable[[float], None]
