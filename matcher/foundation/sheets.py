"""Lists that people take along, as CSV or XLSX: the one writer, so that no cell becomes a formula.

A spreadsheet reads `=…`, `+…`, `-…` and `@…` as something to compute, also after a space or a
quote, and in full width. Such texts get an apostrophe in front, which a spreadsheet takes as "this
is text". Nothing is left out: without that apostrophe, the text is what it was.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import TextIOWrapper
from itertools import chain
from typing import IO

from matcher.foundation.words import Language

Cell = str | int | float | date | None
GUARD = "'"
# Signs that begin a formula or that a spreadsheet skips, whatever blanks, quotes or invisible
# letters stand before them.
RISKY = re.compile(r"[\s\"'\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\x00-\x1f\x7f]")
# What XML 1.0 cannot hold is written as Office writes it: _x0000_.
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list with its headings, said in the reader's language."""

    title: str
    headings: tuple[str, ...]
    # Read once, while the file is written: of a long list only a part is in memory at a time.
    rows: Iterable[tuple[Cell, ...]]


def guarded(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return GUARD + text if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """Return the text as it was before it was guarded."""
    rest = text[1:]
    return rest if text.startswith(GUARD) and RISKY.match(rest) else text


def write_csv(sheet: Sheet, language: Language, file: IO[bytes]) -> int:
    """Write a sheet as its reader's spreadsheet program expects it: a Dutch one parts by `;`.

    Returns how many rows it has below its headings.
    """
    parting, point = (";", ",") if language == Language.NL else (",", ".")
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=parting, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    number = -1
    for row in _rows(sheet):
        writer.writerow([_as_text(cell, point) for cell in row])
        number += 1
    text.detach()  # or it would close the file
    return number


def write_xlsx(sheet: Sheet, file: IO[bytes]) -> int:
    """Write a sheet as a workbook, its texts as texts and its days as days; count its rows."""
    from openpyxl import Workbook  # noqa: PLC0415  # slow to import, and seldom needed

    book = Workbook(write_only=True)
    page = book.create_sheet(SHEET_NAME.sub(" ", sheet.title)[:LONGEST_NAME])
    page.freeze_panes = "A2"
    number = -1
    for row in _rows(sheet):
        page.append([_escaped(cell) if isinstance(cell, str) else cell for cell in row])
        number += 1
    book.save(file)
    return number


def _rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    for row in chain([sheet.headings], sheet.rows):
        yield tuple(guarded(cell) if isinstance(cell, str) else _plain(cell) for cell in row)


def _plain(cell: Cell) -> Cell:
    """A workbook knows no zones: a moment is written as its own clock shows it."""
    return cell.replace(tzinfo=None, microsecond=0) if isinstance(cell, datetime) else cell


def _as_text(cell: Cell, point: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.6g}".replace(".", point)
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


def _escaped(text: str) -> str:
    return NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
