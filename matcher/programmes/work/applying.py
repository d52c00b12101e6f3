"""Bringing a checked spreadsheet in, a few people at a time."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.foundation.words import N_
from matcher.jobs.work import Work
from matcher.programmes.models import Import, ImportRow, ImportState
from matcher.programmes.queries.imports import list_open_rows, take_import
from matcher.programmes.services.imports import (
    apply_row,
    invite_some,
    publish_import,
    resolve_avoidances,
    update_row,
)

ADDING = N_("bringing people in")
CHANGING = N_("changing who was here already")
INVITING = N_("writing invitations")
ByRow = Callable[[Session, Import, ImportRow], None]


def apply_import(work: Work) -> None:
    """Bring a checked file in, row by row; go on where an earlier try stopped."""
    with work.read() as db:
        state = take_import(db, work.subject_id).state
    if state == ImportState.APPLYING:
        _each_row(
            work, ADDING, lambda db, brought, row: apply_row(db, brought, row, now=work.now())
        )
        with work.write() as db:
            publish_import(db, take_import(db, work.subject_id), now=work.now())
    _each_row(work, CHANGING, lambda db, brought, row: update_row(db, brought, row, now=work.now()))
    with work.write() as db:
        resolve_avoidances(db, take_import(db, work.subject_id).programme, now=work.now())
    _invite(work)


def _each_row(work: Work, phase: str, does: ByRow) -> None:
    """Give each open row to a function, a few in each transaction."""
    after, done = 0, 0
    while True:
        with work.write() as db:
            brought = take_import(db, work.subject_id)
            rows = list_open_rows(db, brought, after=after)
            for row in rows:
                does(db, brought, row)
            if not rows:
                return
            after, done = rows[-1].number, done + len(rows)
            total = max(brought.row_count, 1)
        work.report(phase, done / total)


def _invite(work: Work) -> None:
    """Write to everybody who came in, a few in each transaction: nobody is written to twice."""
    after: UUID | None = None
    done = 0.0
    while True:
        work.report(INVITING, done)
        with work.write() as db:
            brought = take_import(db, work.subject_id)
            invited = invite_some(db, brought, after=after, now=work.now())
            if not invited:
                return
            after = invited[-1]
            done += len(invited) / max(brought.row_count, 1)
