"""Kills, scene after scene, until there were enough; ends 1 when something was not whole."""

import argparse
import gc
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.kills.scenes import SCENES, Scene
from benchmarks.kills.stage import Place, Start, kill_in_the_middle, start_until_ready

MOST_ROUNDS = 60  # of one scene: work that is too fast to be killed is let be
SOON = 10.0  # seconds until the service is ready again
MOST = 2.0  # times the work of a start that follows no kill


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--scene", choices=[scene.__name__.lower() for scene in SCENES])
    given = asked.parse_args()
    chosen = [scene for scene in SCENES if given.scene in {None, scene.__name__.lower()}]
    kills, faults = Counter[str](), []
    for number, scene in enumerate(chosen):
        quota = given.kills // len(chosen) + (number < given.kills % len(chosen))
        begun = time.monotonic()
        found = _play(scene, quota, kills)
        faults += found
        seconds = time.monotonic() - begun
        name, many = scene.__name__, kills[scene.__name__]
        _say(f"{name:<12}{many:>5} kills {seconds:>7.0f} s  {found or 'whole'}")
    _say(f"{sum(kills.values())} kills, {len(faults)} faults")
    return 1 if faults else 0


def _play(scene: type[Scene], quota: int, kills: "Counter[str]") -> list[str]:
    """Play a scene, from the start each time it is over, until there were enough kills."""
    found: list[str] = []
    for round_ in range(MOST_ROUNDS):
        if kills[scene.__name__] >= quota:
            break
        with TemporaryDirectory(prefix="kills-") as folder:
            place = Place(Path(folder))
            place.dice.seed(round_)
            act = scene(place)
            act.prepare()
            gc.collect()  # no connection of ours is open when the child is made
            first = True
            while not act.is_over():
                killed = kill_in_the_middle(place, act.deed, act.longest)
                kills[scene.__name__] += killed
                if first and killed and round_ == 0:
                    found += _start_again(place)
                    first = False
            found += [*act.faults(), *place.damage()]
    return found


def _start_again(place: Place) -> list[str]:
    """Start the service on what is left.

    On a machine that is busy nothing starts quickly: then the start may at least not be more work
    than one that follows no kill.
    """
    undisturbed, start = _start_undisturbed(), start_until_ready(place.folder)
    _say(f"            ready again after {start}; never killed: {undisturbed}")
    is_late = start.clock > SOON and start.work > MOST * undisturbed.work
    return ["not ready again"] if is_late else []


def _start_undisturbed() -> Start:
    with TemporaryDirectory(prefix="kills-") as folder:
        place = Place(Path(folder))
        place.make()
        return start_until_ready(place.folder)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
