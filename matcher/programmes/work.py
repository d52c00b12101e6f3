"""Work that goes on after the page is shown: reading spreadsheets in, and ending pauses."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.jobs.work import Task, Work
from matcher.matching.sheets.rows import Row, read_rows
from matcher.members.models import Member
from matcher.programmes.files import refuse_hostile
from matcher.programmes.models import (
    Enrolment,
    EnrolmentState,
    Import,
    ImportRow,
    ImportState,
)
from matcher.programmes.policy import may_look_after
from matcher.programmes.queries.enrolments import get_enrolment
from matcher.programmes.queries.imports import CHUNK, get_import, list_open_rows
from matcher.programmes.queries.ready import list_incomplete_ids
from matcher.programmes.services.imports import (
    apply_row,
    finish_check,
    invite,
    publish_import,
    resolve_avoidances,
    stage_rows,
    update_row,
)
from matcher.programmes.services.pausing import is_due_back, resume_enrolment
from matcher.programmes.services.reminding import remind
from matcher.programmes.sheet import NEEDED, Finding, known_headings

READING = N_("reading the rows")
ADDING = N_("bringing people in")
CHANGING = N_("changing who was here already")
INVITING = N_("writing invitations")
MOST_ROWS = 50_000
ByRow = Callable[[Session, Import, ImportRow], None]


def remind_sign_ups(work: Work) -> None:
    """Remind everybody who still has something open, each on their own: once a week at most."""
    with work.read() as db:
        ids = list_incomplete_ids(db, work.subject_id)
    for number, enrolment_id in enumerate(ids):
        work.report("reminding", number / len(ids))
        with suppress(RuleBroken), work.write() as db:
            by = db.get(Member, UUID(work.payload["by"]))
            enrolment = get_enrolment(db, enrolment_id)
            if by and enrolment and may_look_after(by, enrolment):
                remind(db, enrolment, by=by, now=work.now())


def check_import(work: Work) -> None:
    """Read a file into staging, and say what was found. Begun again, it begins anew."""
    work.report(READING)
    with work.write() as db:
        brought = get_import(db, work.subject_id)
        if brought is None or brought.state != ImportState.CHECKING or brought.file is None:
            return
        name, content = brought.file_name, brought.file
        db.execute(delete(ImportRow).where(ImportRow.import_id == brought.id))
    try:
        headings, rows = _read(name, content)
    except RuleBroken as refused:
        _finish(work, [], [_about_file(refused.sentence)])
        return
    _stage(work, rows, headings)


def _read(name: str, content: bytes) -> tuple[list[str], list[Row]]:
    refuse_hostile(name, content)
    with tempfile.TemporaryDirectory() as folder:
        # Only the ending of a foreign name is used, so it cannot lead anywhere else.
        path = Path(folder) / f"file{Path(name).suffix.casefold()}"
        path.write_bytes(content)
        try:
            headings, rows = read_rows(path)
        except RuleBroken as refused:
            values = {**refused.sentence.values, "file": name}
            raise RuleBroken(refused.sentence.text, **values) from refused
        except Exception as problem:  # whatever a hostile file does to its reader
            raise RuleBroken(N_("“%(file)s” cannot be read."), file=name) from problem
    if len(rows) > MOST_ROWS:
        raise RuleBroken(N_("“%(file)s” has more than %(most)d rows."), file=name, most=MOST_ROWS)
    return headings, rows


def _stage(work: Work, rows: Sequence[Row], headings: Sequence[str]) -> None:
    columns, unknown = known_headings(headings)
    about_file = [_unknown(name) for name in unknown]
    about_file += [_about_file(sentence(MISSING, name=n)) for n in NEEDED if n not in columns]
    if not rows:
        about_file.append(_about_file(sentence(NOBODY)))
    if any(found.is_error for found in about_file):
        _finish(work, rows, about_file)
        return
    seen: dict[str, int] = {}
    for number in range(0, len(rows), CHUNK):
        with work.write() as db:
            stage_rows(db, _get(db, work), rows[number : number + CHUNK], columns, seen)
        work.report(READING, number / len(rows))
    _finish(work, rows, about_file)


MISSING = N_("There is no column “%(name)s”.")
NOBODY = N_("The file has headings but no people.")


def _about_file(found: Sentence) -> Finding:
    return Finding("", "", found, is_error=True)


def _unknown(heading: str) -> Finding:
    return Finding(heading, "", sentence(N_("We do not know this column, and leave it out.")))


def _finish(work: Work, rows: Sequence[Row], about_file: Sequence[Finding]) -> None:
    with work.write() as db:
        brought = _get(db, work)
        findings = [found.to_json() for found in about_file]
        finish_check(db, brought, rows=len(rows), findings=findings)


def apply_import(work: Work) -> None:
    """Bring a checked file in, row by row; go on where an earlier try stopped."""
    with work.read() as db:
        state = _get(db, work).state
    if state == ImportState.APPLYING:
        _each_row(
            work, ADDING, lambda db, brought, row: apply_row(db, brought, row, now=work.now())
        )
        with work.write() as db:
            publish_import(db, _get(db, work), now=work.now())
    _each_row(work, CHANGING, lambda db, brought, row: update_row(db, brought, row, now=work.now()))
    with work.write() as db:
        resolve_avoidances(db, _get(db, work).programme, now=work.now())
    work.report(INVITING, 1.0)
    with work.write() as db:
        invite(db, _get(db, work), now=work.now())


def _each_row(work: Work, phase: str, does: ByRow) -> None:
    """Give each open row to a function, a few in each transaction."""
    after, done = 0, 0
    while True:
        with work.write() as db:
            brought = _get(db, work)
            rows = list_open_rows(db, brought, after=after)
            for row in rows:
                does(db, brought, row)
            if not rows:
                return
            after, done = rows[-1].number, done + len(rows)
            total = max(brought.row_count, 1)
        work.report(phase, done / total)


def _get(db: Session, work: Work) -> Import:
    brought = get_import(db, work.subject_id)
    if brought is None:
        raise LookupError(work.subject_id)
    return brought


def end_pauses(work: Work) -> None:
    """Look for a partner again for everybody whose pause is over."""
    with work.read() as db:
        paused = db.scalars(
            select(Enrolment.id).where(
                Enrolment.state == EnrolmentState.PAUSED, Enrolment.paused_until.is_not(None)
            )
        ).all()
    for enrolment_id in paused:
        work.report("pauses", 0.0)
        with work.write() as db:
            enrolment = db.get(Enrolment, enrolment_id)
            if enrolment and is_due_back(enrolment, work.now()):
                resume_enrolment(db, enrolment, by=None, now=work.now())


SCHEDULE = (Task(name="enrolments.pauses", every=timedelta(hours=1), does=end_pauses),)
