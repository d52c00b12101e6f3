"""Rows of a CSV or XLSX file, each under its heading, with the number the spreadsheet shows."""

import csv
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_


@dataclass(frozen=True)
class Row:
    number: int
    cells: dict[str, str]

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
    headings = [heading_of(cell) for cell in first]
    twice = sorted(each for each, times in Counter(headings).items() if each and times > 1)
    if twice:
        raise RuleBroken(
            N_("“%(file)s” has two columns named “%(column)s”."), file=path.name, column=twice[0]
        )
    return headings, _rows(headings, lines)


def _rows(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=2):
        cells = {name: cell.strip() for name, cell in zip(headings, line, strict=False) if name}
        if any(cells.values()):
            yield Row(number, cells)


def _text(path: Path) -> Iterator[list[str]]:
    """Read line by line: a file of twenty thousand people is held in memory once."""
    encoding, errors = _alphabet(path)
    # A statement may be long; the csv module's own limit is for machines of another time.
    csv.field_size_limit(10_000_000)
    with path.open(encoding=encoding, errors=errors, newline="") as lines:
        heading = lines.readline()
        delimiter = max(",;\t", key=heading.count)
        lines.seek(0)
        yield from csv.reader(lines, delimiter=delimiter)


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


FAR, WIDE = 200_000, 100


def _sheet(path: Path) -> Iterator[list[str]]:
    # Brings numpy in, which a web process has no use for.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    # Read-only sheets are parsed row by row: a damaged one may break anywhere.
    broken = (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError)
    try:
        # Opened here: what is no workbook would be left open by the library.
        with path.open("rb") as file, closing(load_workbook(file, **READING)) as book:
            # A sheet may say that it ends very far away: go no further than we take.
            for line in book.worksheets[0].iter_rows(max_row=FAR, max_col=WIDE, values_only=True):
                yield [_cell(value) for value in line]
    except (*broken, EOFError, OSError, zlib.error) as problem:
        raise RuleBroken(
            N_("“%(file)s” cannot be read as a spreadsheet."), file=path.name
        ) from problem


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
