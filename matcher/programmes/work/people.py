"""Reminding people of what is open, and ending pauses."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from matcher.foundation.errors import RuleBroken
from matcher.jobs.work import Task, Work
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.policy import may_look_after
from matcher.programmes.queries.enrolments import get_enrolment
from matcher.programmes.queries.ready import list_incomplete_ids
from matcher.programmes.services.pausing import is_due_back, resume_enrolment
from matcher.programmes.services.reminding import remind


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
