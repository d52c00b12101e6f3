"""Reading a spreadsheet into staging, a hundred rows at a time, and saying what was found."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import delete

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.jobs.work import Work
from matcher.matching.sheets.rows import open_rows
from matcher.programmes.files import refuse_hostile
from matcher.programmes.models import ImportRow, ImportState
from matcher.programmes.queries.imports import CHUNK, get_import, take_import
from matcher.programmes.services.imports import finish_check, stage_rows
from matcher.programmes.sheet import NEEDED, Finding, known_headings

READING = N_("reading the rows")
MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class _File:
    """A foreign file in a place of its own, and the name it came with."""

    path: Path
    name: str


def check_import(work: Work) -> None:
    """Read a file into staging, and say what was found. Begun again, it begins anew."""
    work.report(READING)
    with tempfile.TemporaryDirectory() as folder:
        try:
            file = _laid_down(work, Path(folder))
            if file is None:
                return
            headings, many = _looked_through(file)
        except RuleBroken as refused:
            _finish(work, 0, [_about_file(refused.sentence)])
            return
        _stage(work, file, headings, many)


def _laid_down(work: Work, folder: Path) -> _File | None:
    """Put the file on disk, so that nobody has to hold it in memory while it is read."""
    with work.write() as db:
        brought = get_import(db, work.subject_id)
        if brought is None or brought.state != ImportState.CHECKING or brought.file is None:
            return None
        name, content = brought.file_name, brought.file
        db.execute(delete(ImportRow).where(ImportRow.import_id == brought.id))
    refuse_hostile(name, content)
    # Only the ending of a foreign name is used, so it cannot lead anywhere else.
    path = folder / f"file{Path(name).suffix.casefold()}"
    path.write_bytes(content)
    return _File(path, name)


def _looked_through(file: _File) -> tuple[list[str], int]:
    """Read it once to its end: what breaks in the middle is refused before anything is staged."""
    try:
        headings, rows = open_rows(file.path)
        many = 0
        for _row in rows:
            many += 1
            if many > MOST_ROWS:
                break
    except RuleBroken as refused:
        values = {**refused.sentence.values, "file": file.name}
        raise RuleBroken(refused.sentence.text, **values) from refused
    except Exception as problem:  # whatever a hostile file does to its reader
        raise RuleBroken(N_("“%(file)s” cannot be read."), file=file.name) from problem
    if many > MOST_ROWS:
        text = N_("“%(file)s” has more than %(most)d rows.")
        raise RuleBroken(text, file=file.name, most=MOST_ROWS)
    return headings, many


def _stage(work: Work, file: _File, headings: Sequence[str], many: int) -> None:
    columns, unknown = known_headings(headings)
    about_file = [_unknown(name) for name in unknown]
    about_file += [_about_file(sentence(MISSING, name=n)) for n in NEEDED if n not in columns]
    if not many:
        about_file.append(_about_file(sentence(NOBODY)))
    if any(found.is_error for found in about_file):
        _finish(work, many, about_file)
        return
    seen: dict[str, int] = {}
    done, rows = 0, open_rows(file.path)[1]
    while some := list(islice(rows, CHUNK)):
        with work.write() as db:
            stage_rows(db, take_import(db, work.subject_id), some, columns, seen)
        done += len(some)
        work.report(READING, done / many)
    _finish(work, many, about_file)


MISSING = N_("There is no column “%(name)s”.")
NOBODY = N_("The file has headings but no people.")


def _about_file(found: Sentence) -> Finding:
    return Finding("", "", found, is_error=True)


def _unknown(heading: str) -> Finding:
    return Finding(heading, "", sentence(N_("We do not know this column, and leave it out.")))


def _finish(work: Work, many: int, about_file: Sequence[Finding]) -> None:
    with work.write() as db:
        brought = take_import(db, work.subject_id)
        findings = [found.to_json() for found in about_file]
        finish_check(db, brought, rows=many, findings=findings)
