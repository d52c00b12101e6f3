"""Calls the command `match` on small spreadsheets, as the tests of it do."""

import csv
from pathlib import Path

from matcher.matching.command import main


def match(*given: object) -> int:
    return main(["match", *map(str, given)])


def sheets(folder: Path, mentees: str, mentors: str) -> tuple[Path, Path]:
    paths = folder / "mentees.csv", folder / "mentors.csv"
    for path, text in zip(paths, (mentees, mentors), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def pairs_in(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [(row["mentee_id"], row["mentor_id"]) for row in csv.DictReader(lines)]
