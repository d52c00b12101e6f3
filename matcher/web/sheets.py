"""Hands a list over as a file, written to disk piece by piece: thousands of rows take no memory."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from tempfile import SpooledTemporaryFile
from typing import IO, TypeVar

from flask import Response, request

from matcher.foundation.sheets import Sheet, write_csv, write_xlsx
from matcher.web.words import language

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
T = TypeVar("T")
IN_MEMORY, PIECE = 1_000_000, 65_536
# So many rows are read for a file at a time.
AT_A_TIME = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A list as a file that was asked for, ready to be handed over."""

    name: str
    kind: str
    rows: int
    file: IO[bytes]

    def answer(self) -> Response:
        """Answer with the file, which is gone once it was read."""
        length = self.file.tell()
        answer = Response(self._pieces(), content_type=KINDS[self.kind])
        answer.content_length = length
        answer.headers["Content-Disposition"] = f'attachment; filename="{self.name}.{self.kind}"'
        answer.call_on_close(self.file.close)
        return answer

    def _pieces(self) -> Iterator[bytes]:
        with self.file:
            self.file.seek(0)
            while piece := self.file.read(PIECE):
                yield piece


def write_file(sheet: Sheet, name: str) -> Written:
    """Write a sheet as the file that is asked for; anything else than XLSX is CSV."""
    asked = request.form.get("format", "")
    kind = asked if asked in KINDS else "csv"
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # open until it is handed over
    rows = write_xlsx(sheet, file) if kind == "xlsx" else write_csv(sheet, language(), file)
    file.seek(0, 2)
    return Written(name=name, kind=kind, rows=rows, file=file)


def in_parts(read: Callable[[int], Sequence[T]]) -> Iterator[Sequence[T]]:
    """Read a list page after page, until one is empty."""
    for number in count(1):
        found = read(number)
        if not found:
            return
        yield found
