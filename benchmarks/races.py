"""Approves and tells overlapping pairs with many workers at once, on both databases.

`python -m benchmarks.races` makes 10,000 contended approvals with 8 workers on each; then the same
with the guards off, ten times: if that broke nothing, the races themselves would prove nothing.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from matcher.foundation import sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.migrations.models import import_every_model
from tests.databases import make_database
from tests.postgres import a_server
from tests.proposals.races import MENTEES, Tally, race

# Each worker tries three of every four of the round's pairs, of which each mentee has two.
SHARE = 3 / 4
DATABASES = ("sqlite", "postgresql")
CONTROLS, CONTROL_ROUNDS = 10, 4


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--attempts", type=int, default=10_000)
    asked.add_argument("--workers", type=int, default=8)
    asked.add_argument("--database", choices=DATABASES)
    given = asked.parse_args()
    a_round = round(given.workers * MENTEES * 2 * SHARE)
    rounds = -(-given.attempts // a_round)
    faults = 0
    for name in [given.database] if given.database else DATABASES:
        with a_database(name) as engine:
            begun = time.monotonic()
            tally = race(engine, rounds=rounds, workers=given.workers)
            _tell(name, rounds * a_round, time.monotonic() - begun, tally)
            faults += tally.wrong
            failed = sum(_control(engine, given.workers) for _ in range(CONTROLS))
        say(f"{name:<11} guards off: wrong in {failed} of {CONTROLS} runs")
        faults += failed < CONTROLS - 1
    return 1 if faults else 0


def _control(engine: Engine, workers: int) -> bool:
    return race(engine, rounds=CONTROL_ROUNDS, workers=workers, guarded=False).wrong > 0


@contextmanager
def a_database(name: str) -> Iterator[Engine]:
    """Make an empty database of a kind, which ends where the `with` ends."""
    sealed.install({1: bytes(32)})
    import_every_model()
    with TemporaryDirectory() as folder:
        if name == "sqlite":
            yield from _engine(f"sqlite:///{Path(folder) / 'races.db'}")
        else:
            with a_server() as server:
                yield from _engine(make_database(server.url))


def _engine(url: str) -> Iterator[Engine]:
    engine = open_to_write(url)
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


def _tell(name: str, attempts: int, seconds: float, tally: Tally) -> None:
    say(
        f"{name:<11} {attempts} attempts in {seconds:.0f} s: {tally.approved} approved, "
        f"{tally.told} told, {tally.paired} paired; over capacity {tally.overrun}, "
        f"twice {tally.twice}, locked {tally.locked}"
    )


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
