"""`matcher simulate`: months of a programme's life, for demos, benchmarks and long trials."""

import sys
from collections.abc import Mapping
from time import perf_counter

from matcher.commands.demonstrating import draw
from matcher.commands.places import Place, tell
from matcher.foundation import clock, logs, sealed
from matcher.foundation.doors import Doors
from matcher.migrations.upgrade import upgrade
from matcher.simulation.living import is_empty, simulate
from matcher.simulation.telling import tell as figures
from matcher.simulation.world import Size

MONTHS = 120


def run(place: Place, numbers: Mapping[str, int], *, beside: bool) -> int:
    """Let a programme live in this installation, and tell what came of it.

    numbers: mentees and mentors, 1 or more of each; months of 30 days, 1 to 120; seed.
    beside: also where people are already; otherwise such an installation is left alone.
    """
    size = Size(**numbers)
    if min(size.mentees, size.mentors, size.months) < 1 or size.months > MONTHS:
        sys.exit(f"Please ask for one person on each side or more, and for 1 to {MONTHS} months.")
    settings = place.settings(MODE="demo")
    logs.configure()
    upgrade(settings.database)
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    try:
        if not (beside or is_empty(doors)):
            sys.exit(
                "There are people in this installation. Choose another folder with --instance,"
                " or say --beside to let a simulated programme live beside them."
            )
        began = perf_counter()
        simulate(settings, doors, size, now=clock.now(), progress=draw)
        with doors.reading() as db:
            for line in figures(db):
                tell(line)
        tell(f"{size.months * 30} days in {perf_counter() - began:.0f} s")
    finally:
        doors.close()
    return 0
