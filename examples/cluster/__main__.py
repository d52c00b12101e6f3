"""Plays weeks of a large programme through a cluster, and breaks one of each of its parts.

Ends 1 when something was lost, came twice, or was promised to too many.
"""

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from examples.cluster.browsing import Site
from examples.cluster.cluster import Cluster, a_cluster
from examples.cluster.figures import figures
from examples.cluster.story import Story
from examples.cluster.telling import say
from examples.cluster.whole import faults
from matcher.demo.story import PASSWORD
from matcher.foundation import clock
from tests.messages.servers import free_port

ZONE = ZoneInfo("Europe/Amsterdam")
FEWEST = 200  # fewer pairs are approved at once, and leave nothing to interrupt


def main() -> int:
    given = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that everything is put away
    ports = (given.port or free_port(), given.port + 1 if given.port else free_port())
    moment = datetime.combine(clock.today(), time(9), ZONE)
    with _place(given.folder) as folder:
        say(f"{given.people} people. Two web processes, two workers, PostgreSQL, Dask: starting.")
        with a_cluster(folder, ports, carrier=given.queue, moment=moment) as cluster:
            return _play(cluster, given, ports)


@contextmanager
def _place(chosen: Path | None) -> Iterator[Path]:
    """Give a folder that goes away again, unless one was chosen."""
    if chosen:
        chosen.mkdir(parents=True)
        yield chosen.absolute()
        return
    with TemporaryDirectory(prefix="cluster-") as folder:
        yield Path(folder)


def _play(cluster: Cluster, given: argparse.Namespace, ports: tuple[int, int]) -> int:
    site = Site(list(ports))
    story = Story.begin(cluster, site, given.people)
    say(f"Look around at {site.base}: coordinator1@example.org, {PASSWORD}")
    story.play()
    say("Is everything there?")
    found = faults(cluster, story.ledger, given.people, story.run_id)
    for line in figures(story):
        say(line)
    for fault in found:
        say(f"WRONG: {fault}")
    say("Something was lost." if found else "Nothing was lost, and nothing came twice.")
    if given.stay:
        input("It stays up until you press Enter.")
    site.close()
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="examples/cluster/run", description=__doc__)
    asked.add_argument("--people", type=int, default=5000, help="how many there are (5000)")
    asked.add_argument("--port", type=int, help="of the first web process; the next has one more")
    asked.add_argument(
        "--queue", choices=("postgresql", "redis"), default="postgresql", help="what carries work"
    )
    asked.add_argument("--folder", type=Path, help="a new folder, which stays: with all logs")
    asked.add_argument("--stay", action="store_true", help="stay up in the end, to look around")
    given = asked.parse_args()
    if given.people < FEWEST:
        asked.error(f"--people: {FEWEST} or more")
    return given


if __name__ == "__main__":
    sys.exit(main())
