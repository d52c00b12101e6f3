"""Kill the postman in the middle, again and again: what happens to each mail is known."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.messages.models import Delivery, Guarantee, Mail
from tests.factories.mails import a_mail
from tests.messages.servers import Mood, a_server

KILLS = 5
EACH = 60


def test_killed_postmen_double_no_mail_and_lose_none_silently(
    settings: Settings, db: Session
) -> None:
    once = [a_mail(db, guarantee=Guarantee.AT_MOST_ONCE).address for _ in range(EACH)]
    must = [a_mail(db, guarantee=Guarantee.MUST_ARRIVE).address for _ in range(EACH)]
    mood = Mood(stalls=0.01)

    with a_server(mood) as server:
        for _ in range(KILLS):
            _send_until(settings, server, db, mood, len(mood.received) + EACH * 2 // KILLS - 5)
        _send_until(settings, server, db, mood, None)

    arrived = Counter(str(message["To"]) for message in mood.received)
    unknown = set(db.scalars(select(Mail.address).where(Mail.delivery == Delivery.UNKNOWN)))
    assert [each for each in once if arrived[each] > 1] == []
    assert {each for each in once if not arrived[each]} <= unknown
    assert [each for each in must if not arrived[each]] == []
    assert sum(arrived[each] - 1 for each in must) <= KILLS
    names = {(str(message["To"]), str(message["Message-ID"])) for message in mood.received}
    assert len(names) == len(arrived), "a twin bears the same Message-ID"


def _send_until(
    settings: Settings, server: str, db: Session, mood: Mood, enough: int | None
) -> None:
    """Let a postman carry until so many arrived, then kill it; or until nothing waits."""
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
        [sys.executable, "-m", "tests.messages.a_postman", settings.database, server]
    )
    until = time.monotonic() + 180  # on a busy machine nothing starts quickly
    while time.monotonic() < until and not _is_enough(db, mood, enough):
        time.sleep(0.003)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def _is_enough(db: Session, mood: Mood, enough: int | None) -> bool:
    if enough is not None:
        return len(mood.received) >= enough
    waits = Mail.delivery.in_([Delivery.QUEUED, Delivery.SENDING])
    waiting = db.scalar(select(func.count()).select_from(Mail).where(waits))
    db.rollback()
    return waiting == 0
