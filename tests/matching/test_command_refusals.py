"""What `matcher match` refuses: every row that is wrong is named, and nothing is written."""

from pathlib import Path

import pytest

from tests.matching.a_command import match, pairs_in, sheets

HEAD = "id,topics,places\n"


def test_every_row_that_is_wrong_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mentees = "id,topics,level\na,x,high\n,x,1\na,y,2\nb,y,2\n"
    people = sheets(tmp_path, mentees, f"{HEAD}m,x,many\n")

    code = match(*people, "--out", tmp_path / "pairs.csv", "--report", tmp_path / "report.json")

    told = capsys.readouterr().err.splitlines()
    assert code == 2
    assert [line.split(":")[0] for line in told] == [
        "mentees.csv, row 2",
        "mentees.csv, row 3",
        "mentors.csv, row 2",
    ]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["mentees.csv", "mentors.csv"]


@pytest.mark.parametrize("option", ["--locked", "--forbidden"])
def test_a_pair_with_somebody_unknown_is_named_by_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    people = sheets(tmp_path, "id\na\n", "id\nm\n")
    pairs = tmp_path / "given.csv"
    pairs.write_text("mentee_id,mentor_id\nA,M\na,nobody\n", encoding="utf-8")

    code = match(*people, option, pairs, "--out", tmp_path / "pairs.csv")

    assert code == 2
    assert capsys.readouterr().err == "given.csv, row 3: There is nobody with the id “nobody”.\n"
    assert not (tmp_path / "pairs.csv").exists()


@pytest.mark.parametrize(
    ("mentees", "mentors", "told"),
    [
        ("", "id\nm\n", "is empty"),
        ("id\n", "id\nm\n", "no people"),
        ("name\nAda\n", "id\nm\n", "no column “id”"),
        ("id,id\na,b\n", "id\nm\n", "two columns"),
        ("id\na\n", "id,minimum,places\nm,3,1\n", "minimum"),
    ],
)
def test_input_that_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mentees: str, mentors: str, told: str
) -> None:
    people = sheets(tmp_path, mentees, mentors)

    assert match(*people, "--out", tmp_path / "pairs.csv") == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "pairs.csv").exists()


@pytest.mark.parametrize(
    "given",
    [
        ("--floor", "2"),
        ("--floor", "nan"),
        ("--jobs", "0"),
        ("--policy", "nowhere.toml"),
        ("--report", "nowhere/report.json"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, str]
) -> None:
    people = sheets(tmp_path, "id\na\n", "id\nm\n")

    assert match(*people, "--out", tmp_path / "pairs.csv", *given) == 2
    assert "#" not in capsys.readouterr().err  # no bar: nothing was begun
    assert not (tmp_path / "pairs.csv").exists()


def test_a_file_that_is_no_workbook_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [tmp_path / "mentees.xlsx", tmp_path / "mentors.xlsx"]
    for path in people:
        path.write_bytes(b"id\na\n")

    assert match(*people, "--out", tmp_path / "pairs.csv") == 2
    assert "cannot be read as a spreadsheet" in capsys.readouterr().err


def test_two_rows_of_one_person_are_read_as_one_and_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mentees = "id,email,topics\na,A@x.org,x\nb,a@X.org,y\n"
    people = sheets(tmp_path, mentees, "id,topics\nm,x;y\nn,y\n")

    match(*people, "--out", tmp_path / "pairs.csv")

    assert pairs_in(tmp_path / "pairs.csv") == [("a", "m")]
    assert "mentees.csv, row 3: The same person as “a”" in capsys.readouterr().err
