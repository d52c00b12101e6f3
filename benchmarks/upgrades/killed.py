"""An upgrade is killed with -9, later each time, until it comes through."""

import os
import signal
import subprocess
import sys
import time

from sqlalchemy import text

from benchmarks.upgrades.crowd import GROW, make_crowd
from benchmarks.upgrades.previous import released
from matcher.migrations.upgrade import connected, current, newest, upgrade

PEOPLE = 20_000
LATER = 1.15
UPGRADE = """
import sys
from matcher.migrations.upgrade import upgrade
print(flush=True)
upgrade(sys.argv[1])
"""


def kill_upgrades(url: str) -> list[str]:
    """Kill and look: it stands where it stood, or at the newest step, with everybody in it."""
    make_crowd(url, PEOPLE)
    before, patience, kills = _count(url), 0.1, 0
    while current(url) != newest():
        if _die_after(url, patience):
            kills += 1
        patience *= LATER
        if current(url) not in {released(), newest()}:
            return [f"half upgraded: {current(url)}"]
    upgrade(url)  # once more, whole: nothing is done twice
    sys.stdout.write(f"  {kills} kills\n")
    return [] if _count(url) == before else [f"{before} rows before, {_count(url)} after"]


def _die_after(url: str, seconds: float) -> bool:
    command = [sys.executable, "-c", UPGRADE, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603  # ours
        assert process.stdout is not None  # noqa: S101  # as asked for
        process.stdout.readline()  # it has begun
        time.sleep(seconds)
        if process.poll() is not None:  # and so has no number any more
            return False
        os.kill(process.pid, signal.SIGKILL)
    return True


def _count(url: str) -> list[int]:
    with connected(url) as connection:
        return [
            int(connection.scalar(text(f'SELECT count(*) FROM "{table}"')) or 0)  # noqa: S608  # ours
            for table in sorted({row[1] for row in GROW})
        ]
