"""Compares assignments with an independent solver: `python -m benchmarks.assign_exactness`."""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np

from matcher.matching.assign import Assignment, AssignmentRefused, MinimumRefused
from matcher.matching.assign.explain import exact_cost, least_cost
from tests.matching.milp import Best, Programme, best
from tests.matching.programmes import a_programme, answered

CLOSE = 1e-6
# Costs and prices are compared by arranging everything again, this many times for an instance.
AGAIN = 2


@dataclass(slots=True)
class Tally:
    """What was compared, and which instances disagreed."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    furthest: float = 0.0

    def check(self, name: str, seed: int, *, holds: bool) -> None:
        self.counts[name] += 1
        if not holds:
            self.wrong.append(f"{name}: instance {seed}")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instances", type=int, default=500)
    parser.add_argument("--largest", type=int, default=60)
    asked = parser.parse_args(arguments)
    tally = Tally()
    for seed in range(asked.instances):
        compare(tally, seed, a_programme(10_000 + seed, asked.largest))
    for name, count in sorted(tally.counts.items()):
        print(f"{name}: {count}")  # noqa: T201  # this is what it is for
    print(f"furthest from the independent total, per pair: {tally.furthest:.1e}")  # noqa: T201
    print("\n".join(tally.wrong) or "no disagreement")  # noqa: T201
    return 1 if tally.wrong else 0


def compare(tally: Tally, seed: int, programme: Programme) -> None:
    """Solve one instance twice, and arrange again around some of its pairs."""
    wanted = best(programme)
    try:
        found = answered(programme)
    except MinimumRefused:
        tally.check("minimum loads that cannot be met", seed, holds=wanted is None)
        return
    if wanted is None:
        tally.check("minimum loads that cannot be met", seed, holds=False)
        return
    agrees(tally, seed, programme, found, wanted)
    rng = np.random.default_rng(seed)
    if programme.objective != "fair":
        for _ in range(AGAIN):
            again(tally, seed, programme, found, rng)


def agrees(tally: Tally, seed: int, programme: Programme, found: Assignment, wanted: Best) -> None:
    pairs = len(found.pairs) + 1
    tally.furthest = max(tally.furthest, abs(found.total - wanted.total) / pairs)
    tally.check(
        f"optimum, {programme.objective}",
        seed,
        holds=abs(found.total - wanted.total) <= CLOSE * pairs,
    )
    tally.check(
        "bound not below the optimum", seed, holds=found.bound >= wanted.total - 1e-9 * pairs
    )
    if programme.objective != "quality":
        tally.check("needs covered", seed, holds=found.covered == wanted.covered)
    if programme.use_mentors:
        tally.check("mentors used", seed, holds=found.used == wanted.used)


def again(
    tally: Tally, seed: int, programme: Programme, found: Assignment, rng: np.random.Generator
) -> None:
    """Force one pair and open one place, and see whether it costs and gains what was said."""
    need, offer = (int(rng.integers(size)) for size in programme.affinity.shape)
    forced = replace(programme, locked=(*programme.locked, (need, offer)))
    if (need, offer) not in programme.locked:
        cost, least = exact_cost(found, need, offer), least_cost(found, need, offer)
        lost = _lost(found, forced)
        same = (
            # Forced, a pair stands though it lies below the floor; nobody is shown what it costs.
            lost is None or programme.affinity[need, offer] < programme.floor
            if cost is None
            else lost is not None
            and _near((cost.covered, cost.affinity), lost, programme.objective)
        )
        tally.check("exact cost of a pair", seed, holds=same)
        if cost and least:
            below = (least.covered, least.affinity) <= (cost.covered, cost.affinity + CLOSE * 99)
            tally.check("least cost of a pair", seed, holds=below)
    if not programme.use_mentors and programme.places[offer] < len(programme.demand):
        more = programme.places.copy()
        more[offer] += 1
        lost = _lost(found, replace(programme, places=more))
        # A price below nothing is what a minimum load costs; a place more is then worth nothing.
        said = min((-int(found.more_covered[offer]), -float(found.prices[offer])), (0, 0.0))
        tally.check(
            "price of a place",
            seed,
            holds=lost is not None and _near(said, lost, programme.objective),
        )


def _lost(before: Assignment, programme: Programme) -> tuple[int, float] | None:
    try:
        after = answered(programme)
    except AssignmentRefused:
        return None
    return before.covered - after.covered, before.total - after.total


def _near(said: tuple[int, float], lost: tuple[int, float], objective: str) -> bool:
    counts = objective == "quality" or said[0] == lost[0]
    return counts and abs(said[1] - lost[1]) <= CLOSE * 99


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
