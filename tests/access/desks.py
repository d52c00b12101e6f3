"""What a coordinator's desk holds in the small world, for the addresses of its pages."""

from datetime import timedelta

from sqlalchemy.orm import Session

from matcher.desk.models import Appeal, Circular
from matcher.jobs.models import Job, JobState
from matcher.proposals.models import MatchRun
from matcher.proposals.models.publication import Publication
from tests.factories import NOW, TODAY


def desks_of(db: Session, run: MatchRun) -> dict[str, object]:
    planned = Publication(
        run=run,
        by_id=None,
        at=NOW + timedelta(days=1),
        answer_by=TODAY + timedelta(days=11),
        made_at=NOW,
    )
    parked = Job(
        kind="match_run",
        subject_id=run.id,
        period="parked",
        created_at=NOW,
        due_at=NOW,
        state=JobState.PARKED,
    )
    circular = Circular(programme_id=run.programme_id, by_id=None, sent_at=NOW, meant_for=1)
    circular.subject_en, circular.text_en = "Hello", "There is news."
    db.add_all([planned, parked, circular])
    db.add_all([_appeal(run)] if run.number == 1 else [])  # a programme has one
    db.flush()
    return {
        "publication_id": planned.id,
        "circular_id": circular.id,
        "job_id": parked.id,
        "letter": "offered-mentee-en",
    }


def _appeal(run: MatchRun) -> Appeal:
    return Appeal(
        programme=run.programme,
        text_en="We look for mentors.",
        text_nl="We zoeken mentoren.",
        changed_at=NOW,
        by_id=None,
        public_since=NOW,
    )
