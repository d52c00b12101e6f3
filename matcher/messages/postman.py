"""Empties the outbox: takes each mail up, hands it over, and notes what became of it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.foundation.engines import PASSING
from matcher.foundation.logs import where
from matcher.messages import leases
from matcher.messages.budget import LOOK_AGAIN, STALE, may_go
from matcher.messages.carriers import Carrier, HandOver, Later, NotCarried, Unreachable, Unsure
from matcher.messages.models import Budget, Mail
from matcher.messages.parcels import Parcel
from matcher.messages.queries import find_last_programme_mail, has_due, has_left_over
from matcher.messages.rendering import Stationery, compose

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(minutes=10)
# Seconds for which what became of a mail is noted again and again while the database is away:
# nearly until its lease ends, and another sender takes it for a dead one's.
KEEPS_TRYING = leases.LEASE.total_seconds() * 0.8
SHORTEST_WAIT, LONGEST_WAIT = 0.25, 5.0

log = structlog.get_logger()


def never_near(_db: Session, _member_id: UUID, _now: datetime) -> bool:
    return False


@dataclass(kw_only=True)
class Postman:
    """Carries mails while there are any. Several may work side by side."""

    doors: Doors
    paper: Stationery
    carrier: Carrier
    # Whether a member has a pulse open, or soon: messages lie beneath those who know.
    is_pulse_near: Callable[[Session, UUID, datetime], bool] = never_near
    now: Callable[[], datetime] = clock.now
    stop: threading.Event = field(default_factory=threading.Event)
    _resting: tuple[datetime, timedelta] | None = field(default=None, init=False)

    def is_needed(self) -> bool:
        """Tell whether mails wait, and there is a point in trying."""
        now = self.now()
        if self._resting and self._resting[0] > now > self._resting[0] - LONGEST_PAUSE:
            return False
        with self.doors.reading() as db:
            return has_due(db, now=now) or has_left_over(db, now=now)

    def go(self) -> None:
        """Carry mails until none is due, or the server is away."""
        self._settle()
        try:
            with self.carrier.open() as hand_over:
                while not self.stop.is_set() and (parcel := self._take()):
                    self._carry(parcel, hand_over)
                self._resting = None
        except Unreachable as away:
            pause = min(self._resting[1] * 2 if self._resting else FIRST_PAUSE, LONGEST_PAUSE)
            self._resting = (self.now() + pause, pause)
            log.warning("mail server away", error=str(away), seconds=pause.total_seconds())
        except Unsure:
            log.warning("mail server broke off")  # the next round opens another connection

    def _settle(self) -> None:
        with self.doors.reading() as db:
            left_over = has_left_over(db, now=self.now())
        if left_over:
            with self.doors.writing() as db:
                leases.free_left_over(db, now=self.now())

    def _take(self) -> Parcel | None:
        """Take the next mail that may go now; let those that may not wait."""
        while True:
            with self.doors.writing() as db:
                mail = leases.find_next(db, now=self.now())
                if mail is None:
                    return None
                if self._may_go(db, mail):
                    parcel = leases.take_up(db, mail, now=self.now())
                    if parcel:
                        return parcel
                elif self.now() - mail.created_at > STALE:
                    leases.let_go(db, mail.id)
                else:
                    leases.wait(db, mail.id, until=self.now() + LOOK_AGAIN)

    def _may_go(self, db: Session, mail: Mail) -> bool:
        if mail.budget != Budget.GUIDANCE or mail.member_id is None:
            return True
        return may_go(
            mail.budget,
            last_programme_mail=find_last_programme_mail(db, mail.member_id),
            is_pulse_near=self.is_pulse_near(db, mail.member_id, self.now()),
            now=self.now(),
        )

    def _carry(self, parcel: Parcel, hand_over: HandOver) -> None:
        try:
            hand_over(compose(parcel, self.paper, now=self.now()))
        except (Unreachable, Unsure) as broken:
            self._note(parcel, broken)
            raise
        except NotCarried as refusal:
            self._note(parcel, refusal)
        except Exception as error:  # a mail that cannot be made must not hold up the others
            self._note(parcel, Later(where(error)))
            log.warning("mail not made", mail=str(parcel.mail_id), error=where(error))
        else:
            now = self.now()
            self._keep(lambda db: leases.note_sent(db, parcel, now=now))

    def _note(self, parcel: Parcel, outcome: NotCarried) -> None:
        now, why = self.now(), str(outcome)

        def note(db: Session) -> bool:
            if isinstance(outcome, Unreachable):
                return leases.put_back(db, parcel, why=why)
            if isinstance(outcome, Unsure):
                return leases.note_unsure(db, parcel, now=now, why=why)
            if isinstance(outcome, Later):
                return leases.put_off(db, parcel, now=now, why=why)
            return leases.note_refused(db, parcel, why=why)

        self._keep(note)

    def _keep(self, note: Callable[[Session], bool]) -> None:
        """Note what became of a mail; while the database is away for a moment, wait for it.

        What was handed over and is not noted goes again. A late note does no harm: see the fence.
        """
        until, wait = time.monotonic() + KEEPS_TRYING, SHORTEST_WAIT
        while True:
            try:
                with self.doors.writing() as db:
                    note(db)
            except PASSING:
                if time.monotonic() + wait > until or self.stop.wait(wait):
                    raise
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                return
