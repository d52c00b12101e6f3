"""Runs a snapshot file to a result file: `python -m matcher.matching.child SNAPSHOT RESULT`.

The service starts this in a process of its own, at a lower priority: the solver holds the
interpreter lock, and only a process can be stopped. Progress goes to standard output, one JSON
object a line: {"phase": "solving", "done": 0.2}. Exit 0; 2 with {"refused": Sentence.to_json()}.
With --dask ADDRESS a large run is computed by that cluster, with the same result.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.matching.run import Result, Snapshot, solve

# Pairs. Fewer are looked at sooner than sent.
LARGE = 20_000_000

# What somebody is told, and how far it is.
Tell = Callable[[str, float], None]


def main(arguments: list[str]) -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("files", nargs=2)
    asked.add_argument("jobs", nargs="?", type=int, default=1)
    asked.add_argument("--dask", metavar="ADDRESS")
    asked.add_argument("--dask-from", metavar="PAIRS", type=int, default=LARGE)
    given = asked.parse_args(arguments)

    def answer(source: str, tell: Tell) -> str:
        snapshot = Snapshot.from_json(source)
        if given.dask and len(snapshot.needs) * len(snapshot.offers) >= given.dask_from:
            found = _spread(snapshot, tell, given.dask)
            if found:
                return found.to_json()
        return solve(snapshot, progress=tell, jobs=given.jobs).to_json()

    return serve(arguments, answer)


def _spread(snapshot: Snapshot, tell: Tell, dask: str) -> Result | None:
    """Let a Dask cluster compute the run. None: it could not, and nothing is lost but time."""
    try:
        return solve(snapshot, progress=tell, dask=dask)
    except RuleBroken:
        raise
    except Exception as error:  # a cluster that is away or dies must fail no run
        _say({"warning": f"the Dask cluster did not do it: {type(error).__name__}"})
    return None


def serve(arguments: list[str], answer: Callable[[str, Tell], str]) -> int:
    """Answer the question in one file with another file, and say how far we are."""
    source, target = map(Path, arguments[:2])
    try:
        text = answer(source.read_text(encoding="utf-8"), _tell)
    except RuleBroken as refusal:
        _say({"refused": refusal.sentence.to_json()})
        return 2
    # Whole or not at all: nobody reads half a result.
    unfinished = target.with_name(target.name + ".part")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(target)
    return 0


def _tell(phase: str, done: float) -> None:
    _say({"phase": phase, "done": round(done, 3)})


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
