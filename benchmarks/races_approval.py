"""How safe approving and telling is when two coordinators are at it with overlapping selections.

`python -m benchmarks.races_approval`: eight workers, as two coordinators, 200 rounds on SQLite and
on a PostgreSQL server of its own; then the same with the guards off, which must go wrong. Exit 1 if
anybody was promised twice, or if the guards turned out to guard nothing. `--rounds 20` for a look.
"""

import argparse
import logging
import sys
from time import perf_counter

from sqlalchemy import Engine

from benchmarks.races import DATABASES, a_database, say
from tests.proposals.races import Tally, race

WORKERS, ROUNDS, CONTROL = 8, 200, 10


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--database", choices=DATABASES)
    given = asked.parse_args()
    logging.disable()
    faults = 0
    for name in [given.database] if given.database else DATABASES:
        with a_database(name) as engine:
            guarded = _timed(name, engine, given.rounds, guarded=True)
            control = _timed(name, engine, CONTROL, guarded=False)
        faults += guarded.wrong + (control.wrong == 0)
    return int(faults > 0)


def _timed(name: str, engine: Engine, rounds: int, *, guarded: bool) -> Tally:
    """Run a race, and say what came of it."""
    began = perf_counter()
    tally = race(engine, rounds=rounds, workers=WORKERS, guarded=guarded)
    kind, seconds = "guarded" if guarded else "guards off", perf_counter() - began
    say(f"{name:<11} {kind}, {rounds} rounds × {WORKERS} workers, {seconds:.0f} s: {tally}")
    return tally


if __name__ == "__main__":
    sys.exit(main())
