"""Times the assignment against known solvers: `python -m benchmarks.assign_speed`.

From features to the proven optimum, against building the dense affinities and solving them over
places with scipy, and with lapx where it is installed. Each in a process of its own, one after
another on the same machine; lines are for a table.
"""

import argparse
import json
import resource
import subprocess
import sys
from time import perf_counter, process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.assign_instances import KINDS, Instance, instance
from matcher.matching.assign import assign
from matcher.matching.blocks import BLOCK

SOLVERS = ("ours", "scipy", "lapx")
MOST_SECONDS = 150
KILOBYTES = 1024
PART = 0.6


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000, 3000, 10_000])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--solvers", nargs="+", choices=SOLVERS, default=SOLVERS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=MOST_SECONDS)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--one", action="store_true", help="in this process, as JSON")
    asked = parser.parse_args(arguments)
    for size in asked.sizes:
        for kind in asked.kinds:
            for solver in asked.solvers:
                if asked.one:
                    _say(json.dumps(one(kind, size, solver, asked.jobs, asked.repeat)))
                else:
                    _say(_apart(kind, size, solver, asked))
    return 0


def one(kind: str, size: int, solver: str, jobs: int, repeat: int) -> dict[str, Any]:
    """Solve one instance, after a small one that loads what is needed; the quickest run counts."""
    _solve(instance(kind, 40, 30), solver, jobs)
    made = instance(kind, size, int(size * PART))
    took, found = min((_timed(made, solver, jobs) for _ in range(repeat)), key=lambda run: run[0])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    return {"seconds": took, "megabytes": peak, **found}


def _timed(made: Instance, solver: str, jobs: int) -> tuple[float, dict[str, Any]]:
    began, worked = perf_counter(), process_time()
    found = _solve(made, solver, jobs)
    found["cpu"] = process_time() - worked  # of all cores: what a busy machine cannot change
    return perf_counter() - began, found


def _solve(made: Instance, solver: str, jobs: int) -> dict[str, Any]:
    if solver == "ours":
        found = assign(made.blocks, made.places, jobs=jobs)
        seconds = {phase: round(took, 2) for phase, took in found.seconds.items()}
        return {"total": found.total, "gap": found.gap, "passes": found.passes, "phases": seconds}
    costs = _dense(made)
    if solver == "scipy":
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # one solver at a time

        rows, columns = linear_sum_assignment(costs)
        return {"total": float(-costs[rows, columns].sum())}
    import lap  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415  # the benchmark's only

    cost, _, _ = lap.lapjv(costs, extend_cost=True)
    return {"total": -float(cost)}


def _dense(made: Instance) -> NDArray[np.float64]:
    """Build the costs with a column for every place."""
    needs, offers = made.blocks.shape
    columns = np.repeat(np.arange(offers), made.places)
    costs = np.empty((needs, len(columns)))
    for start in range(0, needs, BLOCK):
        rows = np.asarray(made.blocks.rows(start, min(start + BLOCK, needs)))
        np.negative(rows[:, columns], out=costs[start : start + BLOCK])
    return costs


def _apart(kind: str, size: int, solver: str, asked: argparse.Namespace) -> str:
    """Solve in a process of its own, stopped after the limit."""
    command = [sys.executable, "-m", "benchmarks.assign_speed", "--one", "--jobs", str(asked.jobs)]
    command += ["--repeat", str(asked.repeat)]
    command += ["--sizes", str(size), "--kinds", kind, "--solvers", solver]
    try:
        told = subprocess.run(  # noqa: S603  # our own words
            command, capture_output=True, text=True, check=True, timeout=asked.limit
        )
    except subprocess.TimeoutExpired:
        return f"| {kind} | {size} | {solver} | more than {asked.limit} | | | |"
    except subprocess.CalledProcessError as problem:
        return f"| {kind} | {size} | {solver} | {problem.stderr.strip().splitlines()[-1]} | | | |"
    found = json.loads(told.stdout)
    rest = {key: found[key] for key in ("gap", "passes", "phases") if key in found}
    return (
        f"| {kind} | {size} | {solver} | {found['seconds']:.3f} | {found['cpu']:.3f} |"
        f" {found['megabytes']:.0f} | {found['total']:.4f} | {rest or ''}"
    )


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # this is what it is for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
