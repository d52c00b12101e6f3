"""What the documents name as evidence exists; what has none says so and is listed as open."""

import ast
import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = list(csv.DictReader((ROOT / "docs" / "asvs.csv").read_text().splitlines()))
SECURITY = (ROOT / "docs" / "security.md").read_text()
NAMED = re.compile(r"\b([\w/]+\.py::test_\w+)")
CASES = 46
# Rows without evidence: this number only ever goes down.
MOST_OPEN = 0


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def exists(name: str) -> bool:
    file, test = name.removeprefix("tests/").split("::")
    path = ROOT / "tests" / file
    return path.exists() and test in names_in(path)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["requirement"])
def test_a_requirement_has_evidence_that_exists(row: dict[str, str]) -> None:
    assert row["evidence"].strip(), "Name its evidence, or what is missing."
    assert row["kind"] in {"test", "doc", "check", "n/a", "open"}
    if row["kind"] == "test":
        named = [each.strip() for each in row["evidence"].split(";")]
        assert [each for each in named if not exists(each)] == []
    if row["kind"] == "doc":
        file, _, place = row["evidence"].partition("#")
        text = (ROOT / file).read_text()
        titles = {
            re.sub(r"[^\w -]", "", t).strip().lower().replace(" ", "-") for t in _titles(text)
        }
        assert not place or place in titles, place


def test_requirements_are_complete_and_each_is_there_once() -> None:
    ids = [row["requirement"] for row in ROWS]

    assert len(ids) == len(set(ids)) == 268


def test_what_is_open_only_ever_becomes_less() -> None:
    assert sum(row["kind"] == "open" for row in ROWS) <= MOST_OPEN


def test_each_case_stands_in_the_table_with_tests_that_exist() -> None:
    table = [line for line in SECURITY.splitlines() if re.match(r"\| \d+ \|", line)]

    assert [int(line.split("|")[1]) for line in table] == list(range(1, CASES + 1))
    for line in table:
        named = NAMED.findall(line)
        assert named or "**open**" in line, line
        assert [each for each in named if not exists(each)] == [], line


def _titles(text: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-")
