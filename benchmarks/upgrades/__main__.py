"""All trials of an upgrade, one after the other; ends 1 when one of them found a fault."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.upgrades.killed import kill_upgrades
from benchmarks.upgrades.large import time_large
from benchmarks.upgrades.previous import try_previous
from tests.databases import make_database
from tests.postgres import a_server

Trial = Callable[[str], list[str]]
TRIALS: dict[str, Trial] = {
    "previous": try_previous,
    "kills": kill_upgrades,
    "large": time_large,
}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trial", choices=list(TRIALS), action="append")
    asked.add_argument("--on", choices=["sqlite", "postgresql"], action="append")
    given = asked.parse_args()
    faults = []
    for kind in given.on or ["sqlite", "postgresql"]:
        for name in given.trial or TRIALS:
            with _database(kind) as url:
                found = TRIALS[name](url)
            faults += found
            sys.stdout.write(f"{kind}, {name}: {found or 'no fault'}\n")
            sys.stdout.flush()
    return 1 if faults else 0


@contextmanager
def _database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with TemporaryDirectory(prefix="upgrade-") as folder:
            yield f"sqlite:///{Path(folder) / 'matcher.db'}"
    else:
        with a_server() as server:
            yield make_database(server.url)


if __name__ == "__main__":
    sys.exit(main())
