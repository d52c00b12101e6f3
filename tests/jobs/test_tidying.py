"""What is over is put away after thirty days; what waits for a person stays."""

import os
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.jobs.models import Job, JobState
from matcher.jobs.services import enqueue
from matcher.jobs.tidying import KEPT, tidy
from matcher.messages.models import Delivery, Mail
from tests.factories import NOW
from tests.factories.jobs import some_work
from tests.factories.mails import a_mail

LATER = NOW + KEPT + timedelta(minutes=1)


def test_mails_that_have_gone_are_forgotten_after_thirty_days(
    settings: Settings, db: Session
) -> None:
    gone, waiting, fresh = a_mail(db), a_mail(db), a_mail(db, now=LATER)
    gone.delivery = fresh.delivery = Delivery.SENT
    db.commit()

    tidy(some_work(settings, now=LATER))

    assert set(db.scalars(select(Mail.id))) == {waiting.id, fresh.id}


def test_work_that_is_done_is_forgotten_and_what_is_parked_stays(
    settings: Settings, db: Session
) -> None:
    jobs = {state: enqueue(db, "sum", uuid4(), now=NOW) for state in JobState}
    for state, job in jobs.items():
        job.state, job.finished_at = state, NOW
    db.commit()

    tidy(some_work(settings, now=LATER))

    left = set(db.scalars(select(Job.state)))
    assert left == set(JobState) - {JobState.DONE, JobState.CANCELLED}


def test_files_of_mails_go_as_well(settings: Settings, db: Session) -> None:  # noqa: ARG001
    outbox = settings.INSTANCE / "outbox"
    outbox.mkdir(exist_ok=True)
    for name, when in (("old", NOW), ("new", LATER)):
        (outbox / f"{name}.eml").write_text("Hello")
        os.utime(outbox / f"{name}.eml", (when.timestamp(), when.timestamp()))

    tidy(some_work(settings, now=LATER))

    assert [file.name for file in outbox.glob("*.eml")] == ["new.eml"]
