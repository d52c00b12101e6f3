"""Kills the postman again and again while it carries mails to a real server.

`python -m benchmarks.kills.mails` kills 40 times over 3,000 mails. Of kinds that go once at most
none may come twice, and none may be lost unless its row says "may have arrived"; of kinds that
must arrive none may be lost, and a twin bears the same Message-ID.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.kills.stage import KEYS, Place
from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.messages.models import Delivery, Guarantee, Mail
from tests.factories.mails import a_mail
from tests.messages import a_postman
from tests.messages.servers import Mood, a_server

ANSWERS_AFTER = 0.004  # seconds, as a server at the other end of a country does
SILENT = 120.0  # seconds without a mail: something hangs


@dataclass(frozen=True)
class Told:
    """What came of all mails."""

    doubled: list[str]
    lost_silently: list[str]
    lost: list[str]
    twins: int
    unlike_twins: int
    in_doubt: int

    def faults(self, kills: int) -> list[str]:
        return [
            *(["came twice"] if self.doubled else []),
            *(["lost without a word"] if self.lost_silently else []),
            *(["lost"] if self.lost else []),
            *(["too many twins"] if self.twins > kills else []),
            *(["a twin with another Message-ID"] if self.unlike_twins else []),
        ]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=40)
    asked.add_argument("--mails", type=int, default=3000)
    given = asked.parse_args()
    with TemporaryDirectory(prefix="mails-") as folder:
        told = kill_postmen(Place(Path(folder)), given.kills, given.mails)
    sys.stdout.write(f"{told}\n")
    faults = told.faults(given.kills)
    sys.stdout.write(f"{given.kills} kills, {given.mails} mails: {faults or 'whole'}\n")
    return 1 if faults else 0


def kill_postmen(place: Place, kills: int, mails: int) -> Told:
    sealed.install(KEYS)
    place.make()
    doors = place.doors()
    with doors.write() as db:
        once = [a_mail(db, guarantee=Guarantee.AT_MOST_ONCE).address for _ in range(mails // 2)]
        must = [a_mail(db, guarantee=Guarantee.MUST_ARRIVE).address for _ in range(mails // 2)]
    mood = Mood(stalls=ANSWERS_AFTER)
    with a_server(mood) as server:
        for number in range(kills):
            _carry_until(place, server, mood, mails * (number + 1) // (kills + 1))
        _carry_until(place, server, mood, None)
    with doors.reading() as db:
        told = _compare(db, once, must, mood)
    doors.close()
    return told


def _carry_until(place: Place, server: str, mood: Mood, enough: int | None) -> None:
    """Let a postman carry until so many arrived, then kill it; or until nothing waits."""
    # Not a fork of ours: the mail server's thread may hold a lock at that moment.
    apart = multiprocessing.get_context("forkserver")
    apart.set_forkserver_preload([a_postman.__name__])
    postman = apart.Process(target=a_postman.carry, args=(place.settings.database, server))
    postman.start()
    doors = place.doors()
    seen, since = len(mood.received), time.monotonic()
    while not _is_enough(doors, mood, enough):
        if len(mood.received) > seen:
            seen, since = len(mood.received), time.monotonic()
        if time.monotonic() - since > SILENT:
            raise AssertionError("No mail arrives any more.")
        time.sleep(0.002 if enough else 0.5)
    doors.close()
    assert postman.pid is not None  # noqa: S101  # it has been started
    os.kill(postman.pid, signal.SIGKILL)
    postman.join()


def _is_enough(doors: Doors, mood: Mood, enough: int | None) -> bool:
    if enough is not None:
        return len(mood.received) >= enough
    waits = Mail.delivery.in_([Delivery.QUEUED, Delivery.SENDING])
    with doors.reading() as db:
        return db.scalar(select(func.count()).select_from(Mail).where(waits)) == 0


def _compare(db: Session, once: list[str], must: list[str], mood: Mood) -> Told:
    arrived = Counter(str(message["To"]) for message in mood.received)
    doubt = set(db.scalars(select(Mail.address).where(Mail.delivery == Delivery.UNKNOWN)))
    names = {(str(message["To"]), str(message["Message-ID"])) for message in mood.received}
    return Told(
        doubled=[each for each in once if arrived[each] > 1],
        lost_silently=[each for each in once if not arrived[each] and each not in doubt],
        lost=[each for each in must if not arrived[each]],
        twins=sum(arrived[each] - 1 for each in must if arrived[each]),
        unlike_twins=len(names) - len(arrived),
        in_doubt=len(doubt),
    )


if __name__ == "__main__":
    sys.exit(main())
