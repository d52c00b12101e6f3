"""Which lines of what people trust us with no test reaches: `python -m benchmarks.reached`.

Signing in, who may do what, privacy, the trail and what is sealed, as `[tool.coverage.run]` in
pyproject.toml names their files: each line, and each way out of each branch. The tests run in two
halves side by side (`--halves 1`: one after the other). Ends 1 when a test fails, when a file is
below 100 %, or when one is not reached at all.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from coverage import Coverage

from benchmarks.races import say

ROOT = Path(__file__).parents[1]
# The longer half alone, and the rest together: folders of what is looked at, and beside them the
# few tests that reach what those do not.
HALVES = (
    ("tests/members",),
    (
        "tests/privacy",
        "tests/audit",
        "tests/foundation/test_sealed.py",
        "tests/web/test_declared.py",
        "tests/messages/test_returns.py",
        "tests/jobs/test_postgres.py::test_guesses_at_the_same_moment_are_all_counted",
        "tests/access/test_gate.py",
        # Each rule, for everybody and everything in the small world; and the one that is not in it.
        "tests/access/test_predicates.py"
        "::test_each_rule_says_what_the_table_says_even_without_its_loader",
        "tests/coordination/test_caring.py"
        "::test_an_urgent_signal_nobody_looks_at_goes_to_the_second_contact"
        "_and_then_the_administrator",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What tests reached of one file."""

    name: str
    lines: int
    branches: int
    missing: tuple[str, ...]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--halves", type=int, choices=(1, 2), default=2, help="at the same time")
    together = asked.parse_args().halves == len(HALVES)
    with TemporaryDirectory() as folder:
        failed = _run_tests(Path(folder), together=together)
        files = _read(Path(folder))
    below = [each for each in files if each.missing]
    for each in below:
        say(f"{each.name}: {', '.join(each.missing)}")
    lines, branches = (sum(getattr(each, name) for each in files) for name in ("lines", "branches"))
    say(f"{len(files) - len(below)} of {len(files)} files whole; {lines} lines, {branches} ways")
    if failed:
        say(f"{failed} of {len(HALVES)} halves have tests that failed.")
    return int(bool(below) or failed > 0)


def _run_tests(folder: Path, *, together: bool) -> int:
    """Run the tests, each half with its own file of what it reached; say how many failed."""
    halves = []
    for half in HALVES:
        words = [sys.executable, "-m", "coverage", "run", "--parallel-mode"]
        words += [f"--data-file={folder / 'reached'}", "-m", "pytest", "-q", "-n", "0", *half]
        halves.append(subprocess.Popen(words, cwd=ROOT))  # noqa: S603  # our own tests
        if not together:
            halves[-1].wait()
    return sum(half.wait() != 0 for half in halves)


def _read(folder: Path) -> list[Reached]:
    """Put the halves together, and read what they reached of each file there is."""
    kept = Coverage(data_file=str(folder / "reached"), config_file=str(ROOT / "pyproject.toml"))
    kept.combine([str(folder)])
    kept.json_report(outfile=str(folder / "reached.json"))
    told: dict[str, Any] = json.loads((folder / "reached.json").read_text())["files"]
    return [_of(name, told.get(name)) for name in sorted(_files(kept))]


def _files(kept: Coverage) -> set[str]:
    """Name each file that pyproject.toml asks for."""
    patterns = cast("list[str]", kept.get_option("run:include"))
    deep = (f"{each[:-1]}**/*.py" if each.endswith("/*") else each for each in patterns)
    return {str(path.relative_to(ROOT)) for each in deep for path in ROOT.glob(each)}


def _of(name: str, told: dict[str, Any] | None) -> Reached:
    if told is None:
        return Reached(name=name, lines=0, branches=0, missing=("not reached at all",))
    lines = map(str, told["missing_lines"])
    ways = (
        f"{start} to {end if end > 0 else 'its end'}" for start, end in told["missing_branches"]
    )
    summary = told["summary"]
    return Reached(
        name=name,
        lines=summary["num_statements"],
        branches=summary["num_branches"],
        missing=(*lines, *ways),
    )


if __name__ == "__main__":
    sys.exit(main())
