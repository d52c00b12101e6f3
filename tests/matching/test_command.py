"""What `matcher match` promises: two spreadsheets in, pairs out, or a list of what is wrong."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.factories.matching import PROGRAMME, SAMPLE
from tests.matching.a_command import match, pairs_in, sheets


def test_the_programme_is_matched_and_everybody_has_a_mentor(tmp_path: Path) -> None:
    out, report = tmp_path / "pairs.csv", tmp_path / "report.json"

    people = PROGRAMME / "mentees.csv", PROGRAMME / "mentors.csv"
    code = match(*people, "--out", out, "--report", report)

    told = json.loads(report.read_text(encoding="utf-8"))
    assert code == 0
    assert len({mentee for mentee, _mentor in pairs_in(out)}) == 63
    assert (told["counts"]["matched"], told["counts"]["unmatched"]) == (63, 0)
    assert told["proven_best"]
    assert told["gap"] == 0


def test_the_shares_in_the_file_add_up_to_the_affinity(tmp_path: Path) -> None:
    out = tmp_path / "pairs.csv"

    match(PROGRAMME / "mentees.csv", PROGRAMME / "mentors.csv", "--out", out)

    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert rows[0][:3] == ["mentee_id", "mentor_id", "affinity"]
    for row in rows[1:]:
        affinity, *shares = map(float, row[2:])
        added = 0.0
        for share in shares:
            added += share
        assert added == affinity


def test_a_policy_describes_the_sample_of_another_matcher(tmp_path: Path) -> None:
    out, report = tmp_path / "pairs.csv", tmp_path / "report.json"
    people = SAMPLE / "small_mentees.csv", SAMPLE / "small_mentors.csv"

    match(*people, "--policy", SAMPLE / "policy.toml", "--out", out, "--report", report)

    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["counts"]["unmatched"] == 0
    assert told["counts"]["pairs"] == 105
    assert round(told["total"] * 28) == 1997


def test_the_sample_with_mentees_first_has_the_known_points(tmp_path: Path) -> None:
    policy = (SAMPLE / "policy.toml").read_text(encoding="utf-8")
    other = tmp_path / "policy.toml"
    other.write_text(policy.replace("use_mentors = true", ""), encoding="utf-8")
    out, report = tmp_path / "pairs.csv", tmp_path / "report.json"
    people = SAMPLE / "small_mentees.csv", SAMPLE / "small_mentors.csv"

    match(*people, "--policy", other, "--out", out, "--report", report)

    assert round(json.loads(report.read_text(encoding="utf-8"))["total"] * 28) == 2025


def test_a_workbook_is_read_as_a_text_file_is(tmp_path: Path) -> None:
    people = [tmp_path / f"{side}.xlsx" for side in ("mentees", "mentors")]
    for path in people:
        with (PROGRAMME / f"{path.stem}.csv").open(encoding="utf-8", newline="") as lines:
            book = Workbook(write_only=True)
            sheet = book.create_sheet()
            for row in csv.reader(lines):
                sheet.append(row)
            book.save(path)
    from_text, from_book = tmp_path / "text.csv", tmp_path / "book.csv"

    match(PROGRAMME / "mentees.csv", PROGRAMME / "mentors.csv", "--out", from_text)
    match(*people, "--out", from_book)

    assert from_book.read_bytes() == from_text.read_bytes()


def test_the_example_is_ready_to_be_matched(tmp_path: Path) -> None:
    folder = tmp_path / "try"

    assert match("--example", folder) == 0
    people = folder / "mentees.csv", folder / "mentors.csv"
    policy, page = folder / "policy.toml", folder / "report.html"
    code = match(*people, "--policy", policy, "--out", folder / "pairs.csv", "--html", page)

    assert code == 0
    assert len(pairs_in(folder / "pairs.csv")) == 6
    assert "Ada Vermeer" in page.read_text(encoding="utf-8")


def test_the_policy_of_the_example_says_what_holds_without_a_policy(tmp_path: Path) -> None:
    match("--example", tmp_path)
    people = tmp_path / "mentees.csv", tmp_path / "mentors.csv"

    match(*people, "--out", tmp_path / "without.csv")
    match(*people, "--policy", tmp_path / "policy.toml", "--out", tmp_path / "with.csv")

    assert (tmp_path / "with.csv").read_bytes() == (tmp_path / "without.csv").read_bytes()


def test_the_example_overwrites_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "mentees.csv"
    mine.write_text("mine", encoding="utf-8")

    assert match("--example", tmp_path) == 2
    assert mine.read_text(encoding="utf-8") == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["mentees.csv"]


def test_locked_pairs_are_kept_and_forbidden_pairs_left_out(tmp_path: Path) -> None:
    people = sheets(tmp_path, "id,topics\na,x\nb,y\n", "id,topics\nm,x\nn,y\n")
    given = tmp_path / "given.csv"
    given.write_text("mentee_id,mentor_id\na,n\n", encoding="utf-8")
    out = tmp_path / "pairs.csv"

    match(*people, "--out", out)
    assert pairs_in(out) == [("a", "m"), ("b", "n")]
    match(*people, "--locked", given, "--out", out)
    assert pairs_in(out) == [("a", "n"), ("b", "m")]
    given.write_text("mentee_id,mentor_id\na,m\n", encoding="utf-8")
    match(*people, "--forbidden", given, "--out", out)
    assert pairs_in(out) == [("a", "n"), ("b", "m")]


def test_a_floor_leaves_pairs_out_that_meet_too_little(tmp_path: Path) -> None:
    people = sheets(tmp_path, "id,topics\na,x\nb,z\n", "id,topics\nm,x\nn,y\n")
    out = tmp_path / "pairs.csv"

    match(*people, "--floor", "0.2", "--out", out)

    assert pairs_in(out) == [("a", "m")]


def test_progress_goes_to_standard_error_and_nothing_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = sheets(tmp_path, "id,topics\na,x\n", "id,topics\nm,x\n")

    match(*people, "--out", tmp_path / "pairs.csv")

    said = capsys.readouterr()
    assert said.out == ""
    assert "100 % done" in said.err
    assert said.err.endswith("no other arrangement of these people scores higher.\n")


def test_the_matcher_command_has_match_and_teaches_it() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "matcher.cli", "match", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    for word in ("--example", "--policy", "--dask", "mon-evening;sat-morning", "exit: 0, or 2"):
        assert word in told.stdout
