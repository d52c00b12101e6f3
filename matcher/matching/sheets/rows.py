"""Rows of a CSV or XLSX file, each under its heading, with the number the spreadsheet shows."""

import csv
import io
import zlib
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
    if not path.is_file():
        raise RuleBroken(N_("There is no file “%(file)s”."), file=str(path))
    grid = list(_sheet(path) if path.suffix.casefold() == ".xlsx" else _text(path))
    if not grid:
        raise RuleBroken(N_("“%(file)s” is empty."), file=path.name)
    headings = [heading_of(cell) for cell in grid[0]]
    twice = sorted({each for each in headings if each and headings.count(each) > 1})
    if twice:
        raise RuleBroken(
            N_("“%(file)s” has two columns named “%(column)s”."), file=path.name, column=twice[0]
        )
    return headings, list(_rows(headings, grid[1:]))


def _rows(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=2):
        cells = {name: cell.strip() for name, cell in zip(headings, line, strict=False) if name}
        if any(cells.values()):
            yield Row(number, cells)


def _text(path: Path) -> Iterator[list[str]]:
    text = _decoded(path.read_bytes())
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    # A statement may be long; the csv module's own limit is for machines of another time.
    csv.field_size_limit(10_000_000)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _decoded(content: bytes) -> str:
    """Spreadsheets save UTF-8, with or without a mark, UTF-16, or Windows' own alphabet."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


READING = {"read_only": True, "data_only": True}


def _sheet(path: Path) -> Iterator[list[str]]:
    # Brings numpy in, which a web process has no use for.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    # Read-only sheets are parsed row by row: a damaged one may break anywhere.
    broken = (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError)
    try:
        # Opened here: what is no workbook would be left open by the library.
        with path.open("rb") as file, closing(load_workbook(file, **READING)) as book:
            for line in book.worksheets[0].iter_rows(values_only=True):
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
