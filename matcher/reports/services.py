"""Making a report, at most every four weeks, and telling what was done with it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.calendar import local_day
from matcher.feedback.models import CheckIn
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.reports.auditing import LEAST
from matcher.reports.figures import final, questions, tables
from matcher.reports.hiding import Table
from matcher.reports.models import ProgrammeReport, YouSaid
from matcher.reports.queries import find_report, gather

EVERY = timedelta(weeks=4)
# A paraphrase speaks of ten people or more, as far as the report can tell.
PARAPHRASED = 10


def make_report(db: Session, programme: Programme, *, now: datetime) -> ProgrammeReport:
    """Compute the figures in Python. What would uncover somebody stays as it was told before."""
    report = find_report(db, programme.id)
    if report and now - report.made_at < EVERY:
        return report
    gathered = gather(db, programme.id)
    before = _tables(report)
    today = local_day(now, programme.zone)
    made = tables(questions(gathered, today=today), pairs=gathered.pairs, before=before)
    if report is None:
        report = ProgrammeReport(programme_id=programme.id, made_at=now, figures={})
        db.add(report)
    report.made_at = now
    report.figures = {
        "pairs": gathered.pairs,
        "may_tell": _are_enough(final(gathered.check_ins, today=today)),
        # In fives: one more from month to month would point to somebody.
        "concerns": gathered.concerns // LEAST * LEAST or None,
        "tables": {key: table.to_json() for key, table in made.items()},
    }
    return report


def tell_what_was_done(  # noqa: PLR0913  # what was said and done, by whom
    db: Session, programme: Programme, said: str, did: str, *, by: Member, now: datetime
) -> YouSaid:
    """Tell everyone what was done with their answers. Only once ten people have answered."""
    if not may_paraphrase(find_report(db, programme.id)):
        raise RuleBroken(N_("Wait until ten people have answered: fewer could be recognised."))
    told = YouSaid(programme_id=programme.id, told_at=now, told_by_id=by.id, said=said, did=did)
    db.add(told)
    db.flush()
    note(db, "report.told", told, by=by, at=now, programme_id=programme.id)
    return told


def take_back(db: Session, told: YouSaid, *, by: Member, now: datetime) -> None:
    note(db, "report.taken_back", told, by=by, at=now, programme_id=told.programme_id)
    db.delete(told)


def may_paraphrase(report: ProgrammeReport | None) -> bool:
    return bool(report and report.figures.get("may_tell"))


def _are_enough(check_ins: Sequence[CheckIn]) -> bool:
    return len({each.member_id for each in check_ins if each.answered_at}) >= PARAPHRASED


def _tables(report: ProgrammeReport | None) -> dict[str, Table]:
    kept = report.figures["tables"] if report else {}
    return {key: Table.from_json(each) for key, each in kept.items()}
