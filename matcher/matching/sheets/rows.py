"""Rows of a CSV or XLSX file, each under its heading, with the number the spreadsheet shows."""

import csv
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from zipfile import BadZipFile

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

# A row's cells, under the number that the spreadsheet shows.
Line = tuple[int, list[str]]
WIDE = 100
# Longer than anything that people write, or than a spreadsheet itself lets a cell be.
LONGEST_CELL = 100_000
UNREADABLE = N_("“%(file)s” cannot be read as a spreadsheet.")
TOO_WIDE = N_("“%(file)s” has more than %(most)d columns. Take out those that are not needed.")
TOO_LONG = N_(
    "Row %(row)d of “%(file)s” holds a cell of more than %(most)d characters. Perhaps a quotation "
    "mark is not closed."
)


@dataclass(frozen=True)
class Row:
    number: int
    cells: dict[str, str]
    # The first thing that stands where there is no heading, and so is left out.
    unnamed: str = ""

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading_of(heading), "")


def heading_of(cell: str) -> str:
    """Headings are the same whatever their capitals and spaces."""
    return " ".join(cell.split()).casefold()


def read_rows(path: Path) -> tuple[list[str], list[Row]]:
    """Return the headings and the rows that hold anything. Raises RuleBroken if unreadable."""
    headings, rows = open_rows(path)
    return headings, list(rows)


def open_rows(path: Path) -> tuple[list[str], Iterator[Row]]:
    """Return the headings, and the rows one after the other: only one is in memory at a time.

    Raises RuleBroken if the headings are unreadable, and while going on if a later row is.
    """
    if not path.is_file():
        raise RuleBroken(N_("There is no file “%(file)s”."), file=str(path))
    lines = _sheet(path) if path.suffix.casefold() == ".xlsx" else _text(path)
    first = next(lines, None)
    if first is None:
        raise RuleBroken(N_("“%(file)s” is empty."), file=path.name)
    headings = [heading_of(cell) for cell in first[1]]
    twice = sorted(each for each, times in Counter(headings).items() if each and times > 1)
    if twice:
        raise RuleBroken(
            N_("“%(file)s” has two columns named “%(column)s”."), file=path.name, column=twice[0]
        )
    return headings, _rows(headings, lines)


def _rows(headings: Sequence[str], lines: Iterable[Line]) -> Iterator[Row]:
    for number, line in lines:
        named = zip_longest(headings, line, fillvalue="")
        given = [(name, cell.strip()) for name, cell in named]
        cells = {name: cell for name, cell in given if name}
        unnamed = next((cell for name, cell in given if cell and not name), "")
        if unnamed or any(cells.values()):
            yield Row(number, cells, unnamed)


def _text(path: Path) -> Iterator[Line]:
    """Read line by line: a file of twenty thousand people is held in memory once."""
    encoding, errors = _alphabet(path)
    csv.field_size_limit(LONGEST_CELL)
    number = 0
    with path.open(encoding=encoding, errors=errors, newline="") as lines:
        heading = lines.readline(LONGEST_CELL)
        delimiter = max(",;\t", key=heading.count)
        lines.seek(0)
        try:
            for number, line in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
                yield number, _not_too_wide(line, path)
        except csv.Error as problem:
            text = TOO_LONG if "limit" in str(problem) else UNREADABLE
            raise RuleBroken(text, file=path.name, row=number + 1, most=LONGEST_CELL) from problem


def _not_too_wide(line: Sequence[str], path: Path) -> list[str]:
    """Nothing is left out in silence: what is wider than we read is refused."""
    if any(line[WIDE:]):
        raise RuleBroken(TOO_WIDE, file=path.name, most=WIDE)
    return list(line[:WIDE])


def _alphabet(path: Path) -> tuple[str, str]:
    """Spreadsheets save UTF-8, with or without a mark, UTF-16, or Windows' own alphabet."""
    with path.open("rb") as file:
        if file.read(2) in {b"\xff\xfe", b"\xfe\xff"}:
            return "utf-16", "replace"
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for _line in lines:
                pass  # only whether it can be read
    except UnicodeDecodeError:
        return "cp1252", "replace"
    return "utf-8-sig", "strict"


READING = {"read_only": True, "data_only": True}


def _sheet(path: Path) -> Iterator[Line]:
    # Brings numpy in, which a web process has no use for.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    # Read-only sheets are parsed row by row: a damaged one may break anywhere.
    broken = (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError)
    try:
        # Opened here: what is no workbook would be left open by the library.
        with path.open("rb") as file, closing(load_workbook(file, **READING)) as book:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # it may say that it ends very far away: see for ourselves
            for number, line in enumerate(sheet.iter_rows(values_only=True), start=1):
                if line:
                    cells = _not_too_wide([_cell(value) for value in line], path)
                    if any(len(cell) > LONGEST_CELL for cell in cells):
                        raise RuleBroken(TOO_LONG, file=path.name, row=number, most=LONGEST_CELL)
                    yield number, cells
    except (*broken, EOFError, OSError, zlib.error) as problem:
        raise RuleBroken(UNREADABLE, file=path.name) from problem


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
