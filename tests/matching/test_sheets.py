"""How spreadsheets are read, as people send them."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.matching.profiles import Need, Offer
from matcher.matching.sheets.columns import Columns, columns_for
from matcher.matching.sheets.roster import Roster, read_roster
from matcher.matching.sheets.rows import read_rows
from tests.factories.matching import PROGRAMME

NOTHING = Columns()


def needs_in(path: Path, columns: Columns = NOTHING) -> Roster:
    return read_roster(path, columns, Need)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_text_file_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "people.csv"
    lines = [["Id ", " NAME", "place"], ["a", "Zoë", "’s-Hertogenbosch"]]
    text = "\r\n".join(map(delimiter.join, lines)) + "\r\n"
    path.write_bytes(text.encode(encoding))

    roster = needs_in(path)

    assert roster.names == {"a": "Zoë"}
    assert roster.people[0].place == "’s-Hertogenbosch"


def test_quotes_line_breaks_and_delimiters_inside_a_cell_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    written = 'id,name,in_own_words\r\na,"Bo, de Boer","Ik zei ""ja"".\n\nEn toen; nee."\r\n'
    path.write_text(written, encoding="utf-8", newline="")

    roster = needs_in(path)

    assert roster.names == {"a": "Bo, de Boer"}
    assert roster.people[0].statements == ('Ik zei "ja".', "En toen; nee.")


def test_rows_are_numbered_as_the_spreadsheet_does_and_empty_ones_are_passed_over(
    tmp_path: Path,
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("id,name\na,Ada\n,\n\nb,Bo\n", encoding="utf-8")

    assert [row.number for row in read_rows(path)[1]] == [2, 5]


def test_a_workbook_gives_whole_numbers_and_empty_cells_as_people_see_them(tmp_path: Path) -> None:
    path = tmp_path / "people.XLSX"
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (["id", "level", "place", None], [7.0, 3, None, "beside"]):
        sheet.append(row)
    book.save(path)

    person = needs_in(path).people[0]

    assert (person.id, person.level, person.place) == ("7", 3, "")


def test_a_damaged_workbook_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    book = Workbook(write_only=True)
    book.create_sheet().append(["id"])
    book.save(path)
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(damaged, "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            broken.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)

    with pytest.raises(RuleBroken, match="cannot be read as a spreadsheet"):
        needs_in(damaged)


def test_the_programme_is_read_with_its_awkward_rows() -> None:
    mentees = needs_in(PROGRAMME / "mentees.csv")
    mentors = read_roster(PROGRAMME / "mentors.csv", Columns(), Offer)
    by_id = {each.id: each for each in (*mentees.people, *mentors.people)}

    assert (len(mentees.people), len(mentors.people)) == (63, 44)
    assert [note.row for note in mentees.notices] == [25]
    assert not mentees.errors
    assert not mentors.errors
    assert mentees.names["mee-037"].count(",") == 1
    assert by_id["mee-050"].statements == () or by_id["mee-050"].styles == frozenset()
    assert mentors.names["mtr-028"] == mentors.names["mtr-028"].strip()
    paused = by_id["mtr-037"]
    assert isinstance(paused, Offer)
    assert paused.places == 0
    assert "mee-024" not in by_id
    assert mentees.identity("MEE-024") == "mee-023"


def test_a_policy_may_say_what_columns_are_called_and_what_empty_cells_hold(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("E-mail,First,Last,Track\na@x.org,Ada,Bo,Tech\n", encoding="utf-8")
    policy = {
        "columns": {"id": "e-mail", "mentees": {"name": ["first", "last"]}},
        "defaults": {"demand": 3},
    }

    roster = needs_in(path, columns_for("mentees", policy))

    person = roster.people[0]
    assert isinstance(person, Need)
    assert (person.id, person.demand, dict(person.extra)["track"]) == ("a@x.org", 3, "Tech")
    assert roster.names == {"a@x.org": "Ada Bo"}


def test_a_policy_that_names_an_unknown_column_is_refused() -> None:
    with pytest.raises(RuleBroken, match="unknown column"):
        columns_for("mentees", {"columns": {"colour": "c"}})


@pytest.mark.parametrize(
    ("cell", "told"),
    [("meeting", "either"), ("level", "whole number"), ("demand", "whole number")],
)
def test_a_cell_that_cannot_be_read_is_named_with_what_it_may_be(
    tmp_path: Path, cell: str, told: str
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"id,{cell}\na,?\n", encoding="utf-8")

    errors = needs_in(path).errors

    assert [(note.row, told in say(note.what, Language.EN)) for note in errors] == [(2, True)]


def test_a_row_far_down_in_a_workbook_is_read_like_any_other(tmp_path: Path) -> None:
    path, book = tmp_path / "far.xlsx", Workbook()
    book.worksheets[0].append(["id", "name"])
    for column, value in enumerate(("a", "Yara"), start=1):
        book.worksheets[0].cell(row=300_000, column=column, value=value)
    book.save(path)

    [row] = read_rows(path)[1]

    assert (row.number, row["name"]) == (300_000, "Yara")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_stands_beyond_the_columns_we_read_is_no_secret(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path / f"wide.{kind}", [["id", "name"], ["a", "Yara", *[""] * 120, "there"]])

    with pytest.raises(RuleBroken, match="more than 100 columns"):
        read_rows(path)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_empty_columns_far_to_the_right_do_no_harm(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path / f"wide.{kind}", [["id", "name"], ["a", "Yara", *[""] * 120]])

    assert [row["name"] for row in read_rows(path)[1]] == ["Yara"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_has_no_heading_is_left_out_and_said(tmp_path: Path, kind: str) -> None:
    rows = [["id", "", "name"], ["a", "oops", "Yara"], ["b", "", "Noor", "also"], ["c", "", "Bo"]]

    roster = needs_in(write(tmp_path / f"people.{kind}", rows))

    said = [(note.row, say(note.what, Language.EN)) for note in roster.notices]
    left_out = "stands in a column without a heading, and is left out."
    assert said == [(2, f"“oops” {left_out}"), (3, f"“also” {left_out}")]
    assert len(roster.people) == 3


@pytest.mark.parametrize("text", ["x" * 100_001, '"' + "never closed\n" * 10_000])
def test_a_cell_without_end_is_refused_with_its_row(tmp_path: Path, text: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"id,name\na,Yara\nb,{text}\n")

    with pytest.raises(RuleBroken, match=r"Row 3 of .* holds a cell of more than 100000"):
        read_rows(path)


def write(path: Path, rows: list[list[str]]) -> Path:
    if path.suffix == ".csv":
        path.write_text("".join(",".join(row) + "\n" for row in rows))
        return path
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path
