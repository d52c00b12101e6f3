"""Makes runs and proposals to test with, and the workshop that computes runs."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.guidance.tips import Side
from matcher.jobs.queries import list_due
from matcher.jobs.workshop import Workshop
from matcher.matching.plain import to_plain
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState, Programme
from matcher.proposals.models import MatchRun, Proposal, ProposalState, RunState
from matcher.proposals.services.settings import matching_settings
from matcher.work import SCHEDULE, WORK
from tests.factories import NOW, TODAY, a_member, a_programme, an_enrolment
from tests.factories.jobs import a_workshop

REASONS = {
    "contributions": [
        {"criterion": "topics", "share": 0.4, "value": 1.0, "weight": 0.4, "note": ""},
        {"criterion": "words", "share": 0.1, "value": 0.5, "weight": 0.2, "note": ""},
        {"criterion": "availability", "share": 0.1, "value": 1.0, "weight": 0.1, "note": ""},
    ],
    "words": [{"need": "looking", "offer": "work", "weight": 0.2}],
    "topics_met": ["job-search"],
    "topics_missing": [],
    "slots": ["mon-evening"],
    "alternates": [],
}


def a_run(
    programme: Programme | None = None,
    *,
    number: int = 1,
    state: RunState = RunState.REVIEWED,
    by: Member | None = None,
) -> MatchRun:
    """Make a run that is ready to be reviewed."""
    programme = programme or a_programme()
    return MatchRun(
        programme=programme,
        number=number,
        started_by_id=(by or programme.contact).id,
        created_at=NOW,
        settings=to_plain(matching_settings(programme)),
        state=state,
        total=1.8,
        bound=1.8,
        gap=0.0,
        seconds=0.3,
        finished_at=NOW,
    )


def a_suggestion(
    run: MatchRun,
    mentee: str = "Yara",
    mentor: str = "Marijke",
    *,
    affinity: float = 0.6,
    state: ProposalState = ProposalState.SUGGESTED,
) -> Proposal:
    """Make a proposal of a run, for two people who have not been told of it."""
    programme = run.programme
    return Proposal(
        programme=programme,
        run=run,
        mentee_enrolment=an_enrolment(Side.MENTEE, member=a_member(mentee), programme=programme),
        mentor_enrolment=an_enrolment(Side.MENTOR, member=a_member(mentor), programme=programme),
        affinity=affinity,
        created_at=NOW,
        reasons=dict(REASONS),
        state=state,
    )


def an_offer(
    mentee: Member | None = None,
    mentor: Member | None = None,
    *,
    programme: Programme | None = None,
) -> Proposal:
    """Make a proposal that two people were told of today, and have not answered."""
    programme = programme or a_programme()
    return Proposal(
        programme=programme,
        run=None,
        mentee_enrolment=_offered(Side.MENTEE, mentee or a_member("Yara"), programme),
        mentor_enrolment=_offered(Side.MENTOR, mentor or a_member("Marijke"), programme),
        affinity=0.6,
        created_at=NOW,
        reasons=dict(REASONS),
        state=ProposalState.OFFERED,
        offered_at=NOW,
        answer_by=TODAY + timedelta(days=10),
    )


def _offered(side: Side, member: Member, programme: Programme) -> Enrolment:
    return an_enrolment(side, member=member, programme=programme, state=EnrolmentState.OFFERED)


def the_workshop(settings: Settings) -> Workshop:
    """Make a workshop that does all work of the house."""
    workshop = a_workshop(settings)
    workshop.work, workshop.schedule = WORK, SCHEDULE
    return workshop


def work_all(db: Session, workshop: Workshop) -> list[UUID]:
    """Do all work that is due, one piece after the other."""
    due = list_due(db, now=workshop.now())
    db.rollback()
    for job_id in due:
        workshop.do_job(job_id)
    return due
