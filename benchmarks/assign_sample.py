"""Solves another matcher's public sample: `python -m benchmarks.assign_sample`.

The policy file beside the sample describes it. Points are affinity times the sum of the weights.
"""

import sys
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from matcher.matching.assign import Assignment, assign
from matcher.matching.policy_file import read_policy
from matcher.matching.profiles import Need, Offer
from matcher.matching.sheets.roster import read_roster
from matcher.matching.snapshot import Snapshot
from matcher.matching.solving import prepare

SAMPLE = Path(__file__).parent / "data" / "mentor-match-sample"
POINTS = 28
# What the sample's own table says: pairs, points, mentees and mentors without anyone.
ROWS = (
    ("large", True, (1448, 34_048, 0, 0)),
    ("small", False, (105, 2025, 0, 8)),
    ("small", True, (105, 1997, 0, 1)),
)


def main() -> int:
    agreed = True
    for size, use_mentors, wanted in ROWS:
        rosters, affinity = read(size)
        began = perf_counter()
        found = solved(rosters, affinity, use_mentors=use_mentors)
        seconds = perf_counter() - began
        told = row(rosters, found)
        # As many points, and no more people without anyone; ties may fall another way.
        agreed &= told[1] >= wanted[1] and told[2] <= wanted[2] and told[3] <= wanted[3]
        broken = int(np.isnan(affinity[found.pairs[:, 0], found.pairs[:, 1]]).sum())
        aim = "mentees, mentors, points" if use_mentors else "mentees, points"
        print(  # noqa: T201  # this is what it is for
            f"{size} ({affinity.shape[0]} x {affinity.shape[1]}), {aim}: {told[0]} pairs,"
            f" {told[1]} points, {told[2]} / {told[3]} without anyone, {broken} forbidden pairs,"
            f" gap {found.gap}, {seconds:.2f} s; the table says {wanted}"
        )
    return 0 if agreed else 1


Rosters = tuple[tuple[Need, ...], tuple[Offer, ...]]


def read(size: str) -> tuple[Rosters, NDArray[np.float64]]:
    """Read the people and compare them, as the command does."""
    policy = read_policy(SAMPLE / "policy.toml")
    needs = read_roster(SAMPLE / f"{size}_mentees.csv", policy.mentees, Need).people
    offers = read_roster(SAMPLE / f"{size}_mentors.csv", policy.mentors, Offer).people
    snapshot = Snapshot(
        needs=tuple(each for each in needs if isinstance(each, Need)),
        offers=tuple(each for each in offers if isinstance(each, Offer)),
        settings=policy.settings,
    )
    return (snapshot.needs, snapshot.offers), prepare(snapshot).dense()


def solved(rosters: Rosters, affinity: NDArray[np.float64], *, use_mentors: bool) -> Assignment:
    needs, offers = rosters
    return assign(
        affinity,
        [each.places for each in offers],
        demand=[each.demand for each in needs],
        use_mentors=use_mentors,
    )


def row(rosters: Rosters, found: Assignment) -> tuple[int, int, int, int]:
    needs, offers = rosters
    points = round(found.total * POINTS)
    return len(found.pairs), points, len(needs) - found.covered, len(offers) - found.used


if __name__ == "__main__":
    sys.exit(main())
