"""A real installation on a port of this machine: its process, database, mail server and clock."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from matcher.work import SCHEDULE
from tests.cli.test_commands import await_answer, surroundings
from tests.messages.servers import Mood, a_server

# Two stories may play side by side, each at a door of its own.
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
PORT = int(os.environ.get("SAMEN_JOURNEY_PORT", "8107")) + 10 * WORKER
ZONE = ZoneInfo("Europe/Amsterdam")
PATIENCE = 30.0  # seconds
CHEAP = {"MATCHER_ARGON2_MEMORY_KIB": "64"}  # passwords of people who do not exist


@dataclass
class Site:
    """One installation while it runs. Time goes on by itself, and in leaps when a test says so."""

    folder: Path
    process: subprocess.Popen[str]
    today: datetime
    post: Mood
    url: str = f"http://localhost:{PORT}"

    def mail_to(self, address: str, subject: str) -> EmailMessage:
        """Wait for a mail that was not opened yet; of several, open the newest."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            mine = [mail for mail in self.post.received if _is(mail, address, subject)]
            if mine:
                self.post.received.remove(mine[-1])
                return mine[-1]
            time.sleep(0.1)
        there_are = [f"{mail['To']}: {mail['Subject']}" for mail in self.post.received]
        pytest.fail(f"No mail {subject!r} came for {address}. There are: {there_are}")

    def let_pass(self, **leap: int) -> None:
        """Let time pass, and wait until the schedule has done all that fell due."""
        self.today += timedelta(**leap)
        assert self.process.stdin
        self.process.stdin.write(f"{self.today.isoformat()}\n")
        self.process.stdin.flush()
        until = time.monotonic() + PATIENCE
        while not self._is_up_to_date():
            assert time.monotonic() < until, f"On {self.today:%d %B} not all was done."
            time.sleep(0.1)

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Read the database file beside the running process."""
        path = f"file:{self.folder / 'matcher.db'}?mode=ro"
        with closing(sqlite3.connect(path, uri=True)) as db:
            return db.execute(query, values).fetchall()

    def _is_up_to_date(self) -> bool:
        """Tell whether each task was done since its last due moment, and no mail waits."""
        done = dict(self.ask("SELECT task, last_done_at FROM turn"))
        on_time = [
            moment(done[task.name]) > self.today - task.every if done.get(task.name) else False
            for task in SCHEDULE
        ]
        waiting = self.ask("SELECT 1 FROM mail WHERE delivery IN ('queued', 'sending')")
        return all(on_time) and not waiting


def moment(kept: str) -> datetime:
    return datetime.fromisoformat(kept).replace(tzinfo=UTC)


def link_in(mail: EmailMessage) -> str:
    """Return where the mail's one button leads."""
    text = mail.get_body(("plain",))
    assert text
    found: list[str] = re.findall(r":\r?\n(http\S+)", text.get_content())
    assert len(found) == 1
    return found[0]


def nothing(_folder: Path, _begins: datetime) -> None:
    """Leave an installation empty."""


@contextmanager
def running(folder: Path, fill: Callable[[Path, datetime], None] = nothing) -> Iterator[Site]:
    """Start an installation on a Monday morning: an empty one, or with what is put into it."""
    post = Mood()
    with a_server(post) as mail_server:
        begins = next_monday()
        folder.mkdir(parents=True, exist_ok=True)
        fill(folder, begins)
        process = _start(folder, begins, MATCHER_MAIL_URL=f"smtp://{mail_server}", **CHEAP)
        site = Site(folder, process, begins, post)
        try:
            await_answer(site.url, process)
            yield site
        finally:
            process.kill()
            process.communicate()  # closes what we spoke through
    assert "Traceback" not in (folder / "said").read_text()


def _start(folder: Path, begins: datetime, **settings: str) -> subprocess.Popen[str]:
    script = [sys.executable, "-m", "tests.journeys.a_server"]
    with (folder / "said").open("w") as said:
        return subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [*script, str(folder), str(PORT), begins.isoformat()],
            env=surroundings(**settings),
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )


def next_monday() -> datetime:
    """A real day to come, so that browsers keep what a site of then tells them to keep."""
    today = datetime.now(ZONE).date()
    monday = today + timedelta(days=7 - today.weekday())
    return datetime.combine(monday, time_of_day(10), ZONE)


def _is(mail: EmailMessage, address: str, subject: str) -> bool:
    return str(mail["To"]).endswith(address) and str(mail["Subject"]) == subject
