"""The database goes away between a mail and its note: a short absence makes no twin."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from matcher.foundation.doors import Doors
from matcher.messages import postman as the_post
from matcher.messages.carriers import carrier_for
from matcher.messages.leases import LEASE
from matcher.messages.models import Delivery, Guarantee, Mail
from matcher.messages.postman import Postman
from matcher.migrations.upgrade import upgrade
from tests import postgres
from tests.databases import make_database
from tests.factories import NOW
from tests.factories.mails import a_mail, stationery
from tests.messages.servers import Mood, a_server

pytestmark = pytest.mark.postgres
AWAY = 1.5  # seconds


@dataclass
class Witness(Mood):
    """A mail server that has taken a mail, and sees to what happens before anybody notes it."""

    then: Callable[[], None] = lambda: None
    _seen: threading.Event = field(default_factory=threading.Event)

    async def handle_DATA(  # noqa: N802  # the name aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        if not self._seen.is_set():
            self._seen.set()
            self.then()
        return answer


@dataclass
class Place:
    """A database on a server of its own, with mails in it."""

    server: postgres.Server
    doors: Doors
    folder: Path

    def post(self, mood: Mood, *, now: datetime = NOW, stop: threading.Event | None = None) -> None:
        with a_server(mood) as server:
            Postman(
                doors=self.doors,
                paper=stationery(),
                carrier=carrier_for(f"smtp://{server}", folder=self.folder),
                now=lambda: now,
                stop=stop or threading.Event(),
            ).go()

    def come_back(self) -> None:
        """Let the server start again a moment later, beside what goes on."""
        self.server.stop()
        threading.Timer(AWAY, self.server.start).start()

    def break_down(self) -> None:
        """Let the server be killed, and start again likewise."""
        self.server.kill()
        threading.Timer(AWAY, self.server.start).start()

    def deliveries(self) -> Counter[Delivery]:
        with self.doors.reading() as db:
            return Counter(db.scalars(select(Mail.delivery)))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with postgres.a_server() as server:
        url = make_database(server.url)
        upgrade(url)
        doors = Doors.to(url)
        yield Place(server, doors, tmp_path_factory.mktemp("outbox"))
        doors.close()


@contextmanager
def mails(place: Place, guarantee: Guarantee) -> Iterator[None]:
    with place.doors.write() as db:
        for _ in range(3):
            a_mail(db, guarantee=guarantee)
    yield
    with place.doors.writing() as db:
        for mail in db.scalars(select(Mail)):
            db.delete(mail)


@pytest.mark.parametrize("guarantee", Guarantee)
def test_what_was_sent_is_noted_once_the_database_is_back(
    place: Place, guarantee: Guarantee
) -> None:
    mood = Witness(then=place.come_back)

    with mails(place, guarantee):
        place.post(mood)
        place.post(mood, now=NOW + 2 * LEASE)
        kept = place.deliveries()

    assert kept == {Delivery.SENT: 3}
    assert len(mood.received) == 3


def test_a_refusal_is_noted_once_the_database_is_back(place: Place) -> None:
    mood = Witness(content="550 We do not want this", then=place.come_back)

    with mails(place, Guarantee.AT_MOST_ONCE):
        place.post(mood)
        kept = place.deliveries()

    assert kept == {Delivery.FAILED: 3}


def test_a_server_that_is_killed_comes_back_with_all_it_was_given(place: Place) -> None:
    mood = Witness(then=place.break_down)

    with mails(place, Guarantee.AT_MOST_ONCE):
        place.post(mood)
        kept = place.deliveries()

    assert kept == {Delivery.SENT: 3}
    assert len(mood.received) == 3


def test_who_is_asked_to_end_does_not_wait_for_it_and_a_twin_bears_the_same_name(
    place: Place,
) -> None:
    stop = threading.Event()

    def go_away() -> None:
        place.server.stop()
        stop.set()

    mood = Witness(then=go_away)
    with mails(place, Guarantee.MUST_ARRIVE):
        with pytest.raises(OperationalError):
            place.post(mood, stop=stop)
        place.server.start()
        place.post(mood, now=NOW + 2 * LEASE)
        kept = place.deliveries()

    assert kept == {Delivery.SENT: 3}
    assert len(mood.received) == 4
    assert len({str(each["Message-ID"]) for each in mood.received}) == 3


def test_who_waits_gives_up_before_the_lease_ends() -> None:
    assert LEASE.total_seconds() > the_post.KEEPS_TRYING + the_post.LONGEST_WAIT
