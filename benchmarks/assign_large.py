"""Sets a whole solve against one look at all pairs: `python -m benchmarks.assign_large`.

A look computes the affinity of every pair once, and a scan also picks the sixteen best of every
need, both with the same workers, before the solve and after it. The solve goes from features to
the proof. Lines are for a table.
"""

import argparse
import resource
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.assign_instances import KINDS, Instance, instance
from matcher.matching.assign import Assignment, assign
from matcher.matching.assign.candidates import highest
from matcher.matching.assign.workers import hired
from matcher.matching.blocks import BLOCK

PART = 0.6
KILOBYTES = 1024
BEST, PARTS = 16, 1e6
# What two workers of a cluster are tried on, as well as this process.
SHARED_OUT = 10_000


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[25_000, 50_000, 100_000])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=["sparse text"])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dask", action="store_true", help="compare with two Dask workers instead")
    asked = parser.parse_args(arguments)
    for kind in asked.kinds:
        if asked.dask:
            _say(shared_out(kind))
            continue
        for size in asked.sizes:
            _say(against_a_look(kind, size, asked.jobs))
    return 0


def against_a_look(kind: str, size: int, jobs: int) -> str:
    made = instance(kind, size, int(size * PART))
    before = look(made, jobs), scan(made, jobs)
    began = perf_counter()
    found = assign(made.blocks, made.places, jobs=jobs)
    took = perf_counter() - began
    after = look(made, jobs), scan(made, jobs)
    looked, scanned = (sum(each) / 2 for each in zip(before, after, strict=True))
    pairs = made.blocks.shape[0] * made.blocks.shape[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    return (
        f"| {kind} | {size:,} × {made.blocks.shape[1]:,} | {looked:.1f} | {scanned:.1f} |"
        f" {took:.1f} | {took / looked:.1f} | {took / scanned:.1f} |"
        f" {took / pairs * 1e9:.1f} | {found.gap:.5f} | {peak:.0f} | {found.passes} |"
    )


def look(made: Instance, jobs: int) -> float:
    """Return the seconds in which the affinities of all pairs are computed once."""
    needs, _offers = made.blocks.shape

    def highest(start: int) -> float:
        return float(np.max(made.blocks.rows(start, min(start + BLOCK, needs))))

    return _timed(highest, needs, jobs)


def scan(made: Instance, jobs: int) -> float:
    """Return the seconds in which the best offers of every need are found once."""
    needs, _offers = made.blocks.shape

    def best(start: int) -> int:
        rows = made.blocks.rows(start, min(start + BLOCK, needs))
        values = (rows * np.float32(PARTS)).astype(np.int32)
        return len(highest(values, BEST, -1))

    return _timed(best, needs, jobs)


def _timed(work: Callable[[int], float], needs: int, jobs: int) -> float:
    began = perf_counter()
    with hired(jobs, None) as workers:
        for _ in workers.each(work, range(0, needs, BLOCK)):
            pass
    return perf_counter() - began


def shared_out(kind: str) -> str:
    from distributed import LocalCluster  # noqa: PLC0415  # comes with matcher[dask] only

    hire: Callable[..., Any] = LocalCluster  # distributed tells no types
    made = instance(kind, SHARED_OUT, int(SHARED_OUT * PART))
    here = assign(made.blocks, made.places, jobs=2)
    with hire(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        there = assign(made.blocks, made.places, dask=cluster.scheduler_address)
    same = "the same" if _same(here, there) else "ANOTHER"
    return f"{kind}, {SHARED_OUT:,}: two Dask workers give {same} arrangement, gap {there.gap}"


def _same(one: Assignment, other: Assignment) -> bool:
    return np.array_equal(one.pairs, other.pairs) and one.total == other.total


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # this is what it is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
