"""Reports are made by the clock, never while somebody waits for a page."""

from datetime import timedelta

from sqlalchemy import select

from matcher.jobs.work import Task, Work
from matcher.programmes.models import Programme
from matcher.reports.services import make_report


def make_reports(work: Work) -> None:
    with work.read() as db:
        programmes = db.scalars(select(Programme.id).order_by(Programme.id)).all()
    for programme_id in programmes:
        work.report("reports")
        with work.write() as db:
            make_report(db, db.get_one(Programme, programme_id), now=work.now())


SCHEDULE = (Task(name="reports", every=timedelta(days=1), does=make_reports),)
