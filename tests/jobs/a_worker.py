"""A worker in a process of its own, for a test to kill: keeps forty mails, one by one."""

import signal
import sys
import threading
import time
from pathlib import Path

from sqlalchemy import func, select

from matcher.app import create_app
from matcher.config import Settings
from matcher.foundation.words import N_, Language, sentence
from matcher.jobs.work import Work
from matcher.messages.letters import Letter
from matcher.messages.models import Mail
from matcher.messages.services import Addressee, Occasion, send
from matcher.worker import Worker
from tests.conftest import KEYS

LETTER = Letter(subject=sentence(N_("Home")), paragraphs=(), why=sentence(N_("Home")))


def count(work: Work) -> None:
    """Go on where the last attempt ended: what is kept stays kept."""
    with work.read() as db:
        done = db.scalar(select(func.count()).select_from(Mail)) or 0
    for number in range(done, 40):
        with work.write() as db:
            on = Occasion(kind="count", subject_id=work.subject_id, period=str(number))
            to = Addressee(address="reader@example.org", language=Language.EN)
            assert send(db, LETTER, to=to, on=on, now=work.now())
        work.report("counting", number / 40)
        time.sleep(0.05)


if __name__ == "__main__":
    settings = Settings(
        SECRET_KEY="for tests",
        SEAL_KEYS=KEYS,
        INSTANCE=Path(sys.argv[1]),
        DATABASE_URL=sys.argv[2],
        BASE_URL="http://localhost",
        MODE="development",
    )
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    worker = Worker(create_app(settings), work={"count": count}, schedule=())
    worker.start()
    ended.wait()
    worker.stop()
