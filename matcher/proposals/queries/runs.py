"""What can be asked about runs."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from matcher.foundation.asking import made_once
from matcher.jobs.models import Job, JobState
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import (
    Leftover,
    MatchRun,
    Proposal,
    ProposalState,
    RunState,
)


def find_run(
    db: Session,
    programme_id: UUID,
    run_id: UUID,
    *,
    seen_by: Member,
    **_rest: object,  # the address of a page within the run says more
) -> MatchRun | None:
    """Find a run, but only for those who look after its programme."""
    if programme_id not in seen_by.coordinates:
        return None
    return db.scalar(_run(), {"run_id": run_id, "programme_id": programme_id})


@made_once
def _run(run_id: UUID, programme_id: UUID) -> Select[MatchRun]:
    here = MatchRun.id == run_id, MatchRun.programme_id == programme_id
    return select(MatchRun).where(*here).options(joinedload(MatchRun.programme))


def get_run(db: Session, run_id: UUID) -> MatchRun | None:
    """Return a run for the work that computes it."""
    query = select(MatchRun).where(MatchRun.id == run_id)
    return db.scalar(query.options(joinedload(MatchRun.programme)))


def find_unfinished_run(db: Session, programme: Programme) -> MatchRun | None:
    going_on = MatchRun.state.in_((RunState.QUEUED, RunState.RUNNING))
    here = MatchRun.programme_id == programme.id
    return db.scalars(select(MatchRun).where(here, going_on).limit(1)).first()


def find_deciding(db: Session, run: MatchRun) -> Job | None:
    """Find the work that carries out decisions about many pairs of this run, if it goes on."""
    return db.scalar(_deciding(), {"run_id": run.id})


@made_once
def _deciding(run_id: UUID) -> Select[Job]:
    going_on = Job.state.in_((JobState.QUEUED, JobState.RUNNING))
    here = Job.subject_id == run_id, Job.kind.in_(("decide_proposals", "publish_proposals"))
    return select(Job).where(*here, going_on).limit(1)


def next_number(db: Session, programme: Programme) -> int:
    last = select(func.max(MatchRun.number)).where(MatchRun.programme_id == programme.id)
    return (db.scalar(last) or 0) + 1


def list_runs(
    db: Session, programme: Programme, *, limit: int = 50
) -> list[tuple[MatchRun, str | None]]:
    """List a programme's runs, the newest first, each with the name of who started it."""
    query = (
        select(MatchRun, Member.name)
        .outerjoin(Member, Member.id == MatchRun.started_by_id)
        .where(MatchRun.programme_id == programme.id)
        .order_by(MatchRun.number.desc())
        .limit(limit)
    )
    return [(run, name) for run, name in db.execute(query)]


def count_by_state(db: Session, run: MatchRun) -> dict[ProposalState, int]:
    query = select(Proposal.state, func.count()).where(Proposal.run_id == run.id)
    return dict(db.execute(query.group_by(Proposal.state)).all())


def list_leftovers(
    db: Session, run: MatchRun, *, limit: int = 25, offset: int = 0
) -> Sequence[Leftover]:
    """List those for whom the run found nobody, by name."""
    query = (
        select(Leftover)
        .join(Leftover.enrolment)
        .join(Enrolment.member)
        .where(Leftover.run_id == run.id)
        .options(joinedload(Leftover.enrolment).joinedload(Enrolment.member))
        .order_by(func.lower(Member.name), Leftover.id)
    )
    return db.scalars(query.limit(limit).offset(offset)).all()


def list_names(db: Session, enrolment_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names behind enrolments. Who has gone meanwhile has none."""
    wanted = set(enrolment_ids)
    if not wanted:
        return {}
    query = select(Enrolment.id, Member.name).join(Enrolment.member)
    return dict(db.execute(query.where(Enrolment.id.in_(wanted))).all())
