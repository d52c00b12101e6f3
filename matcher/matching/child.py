"""Runs a snapshot file to a result file: `python -m matcher.matching.child SNAPSHOT RESULT`.

The service starts this in a process of its own, at a lower priority: the solver holds the
interpreter lock, and only a process can be stopped. Progress goes to standard output, one JSON
object a line: {"phase": "solving", "done": 0.2}. Exit 0; 2 with {"refused": Sentence.to_json()}.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.matching.run import Snapshot, solve

# What somebody is told, and how far it is.
Tell = Callable[[str, float], None]


def main(arguments: list[str]) -> int:
    jobs = int(arguments[2]) if len(arguments) > 2 else 1  # noqa: PLR2004  # the third is optional

    def answer(source: str, tell: Tell) -> str:
        return solve(Snapshot.from_json(source), progress=tell, jobs=jobs).to_json()

    return serve(arguments, answer)


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
    os.nice(10)
    sys.exit(main(sys.argv[1:]))
