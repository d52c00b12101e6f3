"""Writes a small example to start from: two spreadsheets and a policy, with invented people."""

from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

SHIPPED = Path(__file__).parent / "example_files"


def write_example(folder: Path) -> None:
    """Copy the example. Raises RuleBroken rather than write over a file."""
    files = sorted(SHIPPED.iterdir())
    for file in files:
        if (folder / file.name).exists():
            raise RuleBroken(N_("“%(file)s” is there already."), file=str(folder / file.name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            (folder / file.name).write_bytes(file.read_bytes())
    except OSError as problem:
        raise RuleBroken(N_("Cannot write: %(why)s."), why=str(problem)) from problem
