"""What comes back to coordinators by the clock: pauses that are over."""

from datetime import timedelta

from matcher.coordination.models import Care
from matcher.coordination.queries.caring import list_pauses_over
from matcher.coordination.services.looking_back import look_back
from matcher.jobs.work import Task, Work


def look_back_on_pauses(work: Work) -> None:
    with work.read() as db:
        ids = list_pauses_over(db, work.now().date())
    for care_id in ids:
        work.report("pauses")
        with work.write() as db:
            look_back(db, db.get_one(Care, care_id), now=work.now())


SCHEDULE = (Task(name="coordination.pauses", every=timedelta(hours=6), does=look_back_on_pauses),)
