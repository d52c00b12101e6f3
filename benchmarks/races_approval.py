"""How safe approving and telling is when many are at it: `python -m benchmarks.races_approval`.

Eight workers, as two coordinators, approve and tell overlapping selections, 200 rounds; then the
same with the guards off, which must go wrong. `--rounds 20` for a short look.
"""

import argparse
import logging
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from matcher.foundation import sealed
from matcher.foundation.database import Base
from matcher.foundation.engines import open_to_write
from matcher.migrations.models import import_every_model
from tests.proposals.races import Tally, race

WORKERS, ROUNDS, CONTROL = 8, 200, 10


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--url", default="", help="another database, such as postgresql+psycopg://…")
    given = asked.parse_args()
    logging.disable()
    sealed.install({1: bytes(range(32))})
    with TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{Path(folder) / 'race.db'}"
        guarded = timed(url, given.rounds, guarded=True)
        control = timed(url, CONTROL, guarded=False)
    sys.exit(0 if guarded.wrong == 0 and control.wrong > 0 else 1)


def timed(url: str, rounds: int, *, guarded: bool) -> Tally:
    """Run a race, and say what came of it."""
    import_every_model()
    engine = open_to_write(url)
    Base.metadata.create_all(engine)
    began = perf_counter()
    tally = race(engine, rounds=rounds, workers=WORKERS, guarded=guarded)
    engine.dispose()
    name = "guarded" if guarded else "guards off"
    seconds = perf_counter() - began
    sys.stdout.write(f"{name}, {rounds} rounds × {WORKERS} workers, {seconds:.0f} s: {tally}\n")
    return tally


if __name__ == "__main__":
    main()
