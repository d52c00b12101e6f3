"""A run is computed in a process of its own, and appears at once or not at all."""

import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from matcher.config import Settings
from matcher.guidance.tips import Side
from matcher.jobs.leases import free_abandoned, take_up
from matcher.jobs.models import Job, JobState
from matcher.jobs.workshop import Workshop
from matcher.programmes.models import Enrolment, Programme
from matcher.proposals.models import Leftover, MatchRun, Proposal, ProposalState, RunState
from matcher.proposals.queries.proposals import get_proposal
from matcher.proposals.services.runs import cancel_run, repeat_run, retry_run, start_run
from matcher.proposals.work.run import match_run
from tests.factories import NOW, a_member, a_programme, an_enrolment
from tests.factories.jobs import a_workshop
from tests.factories.proposals import work_all


def some_people(db: Session, *, mentees: int = 4, mentors: int = 3) -> Programme:
    programme = a_programme()
    topics = programme.topics
    for number in range(mentees):
        mentee = an_enrolment(Side.MENTEE, member=a_member(f"Mentee {number}"), programme=programme)
        mentee.topics = topics[: number % 3 + 1]
        mentee.statements = [f"I would like help with {' and '.join(mentee.topics)}."]
        db.add(mentee)
    for number in range(mentors):
        mentor = an_enrolment(Side.MENTOR, member=a_member(f"Mentor {number}"), programme=programme)
        mentor.topics = topics[number % 3 :]
        db.add(mentor)
    db.commit()
    return programme


def start(db: Session, programme: Programme) -> MatchRun:
    run = start_run(db, programme, by=programme.contact, now=NOW)
    db.commit()
    return run


def fresh(db: Session, run: MatchRun) -> MatchRun:
    db.rollback()
    db.refresh(run)
    db.refresh(run.programme)
    db.commit()  # a session that was only looked through must not keep the pen
    return run


def test_a_run_covers_as_many_as_there_are_places_and_says_how_good_it_is(
    db: Session, workshop: Workshop
) -> None:
    programme = some_people(db)
    run = start(db, programme)

    work_all(db, workshop)

    assert fresh(db, run).state == RunState.REVIEWED
    assert programme.current_run_id == run.id
    proposals = db.scalars(select(Proposal).where(Proposal.run_id == run.id)).all()
    assert len(proposals) == run.summary["covered"] == 3
    assert {each.state for each in proposals} == {ProposalState.SUGGESTED}
    assert run.total is not None
    assert run.bound is not None
    assert run.total == pytest.approx(sum(each.affinity for each in proposals))
    assert run.total <= run.bound + 1e-6
    for each in proposals:
        shares = [part["share"] for part in each.reasons["contributions"]]
        assert each.affinity == pytest.approx(sum(shares))
    left = db.scalars(select(Leftover).where(Leftover.run_id == run.id)).one()
    assert left.reasons[0]["sentence"]["text"]


def test_however_many_write_alike_the_figures_of_a_run_stay_small(
    db: Session, workshop: Workshop
) -> None:
    """Fourteen million characters of them, read with each of 2,800 pairs, took an hour."""
    programme = some_people(db, mentees=30)
    for enrolment in db.scalars(select(Enrolment)):
        enrolment.statements = ["I would like help with finding my way at work, every other week."]
    db.commit()
    run = start(db, programme)

    work_all(db, workshop)

    assert len(fresh(db, run).summary["notices"]) == 10
    one = db.scalars(select(Proposal.id)).all()[0]
    db.expunge_all()
    proposal = get_proposal(db, one)
    assert proposal
    assert "summary" in inspect(proposal.run).unloaded


def test_the_snapshot_is_sealed(db: Session, workshop: Workshop) -> None:
    run = start(db, some_people(db))

    work_all(db, workshop)

    box = fresh(db, run).snapshot_sealed
    assert box is not None
    assert b"would like help" not in box


def test_nobody_sees_anything_of_a_cancelled_run(db: Session, workshop: Workshop) -> None:
    run = start(db, some_people(db))
    cancel_run(db, run, by=run.programme.contact, now=NOW)
    db.commit()

    assert work_all(db, workshop) == []

    assert fresh(db, run).state == RunState.CANCELLED
    assert run.programme.current_run_id is None
    assert db.scalar(select(func.count(Proposal.id))) == 0


def test_cancelling_while_it_computes_ends_the_child_and_keeps_nothing(
    db: Session, workshop: Workshop
) -> None:
    run = start(db, some_people(db, mentees=120, mentors=90))

    def works() -> None:
        with Session(db.get_bind()) as own:  # a session belongs to one thread
            work_all(own, workshop)

    at_work = threading.Thread(target=works)
    at_work.start()
    until(lambda: fresh(db, run).state == RunState.RUNNING)

    cancel_run(db, run, by=run.programme.contact, now=NOW)
    db.commit()
    at_work.join(timeout=30)

    assert not at_work.is_alive()
    assert fresh(db, run).state == RunState.CANCELLED
    assert run.programme.current_run_id is None
    assert db.scalar(select(func.count(Proposal.id))) == 0


def until(holds: "object") -> None:
    """Wait for something that another thread does."""
    assert callable(holds)
    for _ in range(200):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen in ten seconds")


def test_a_run_whose_worker_died_goes_on_from_its_snapshot(db: Session, workshop: Workshop) -> None:
    undisturbed = some_people(db)
    first = start(db, undisturbed)
    work_all(db, workshop)
    again = repeat_run(db, fresh(db, first), by=undisturbed.contact, now=NOW)
    db.commit()
    job = db.scalars(select(Job).where(Job.subject_id == again.id)).one()
    take_up(db, job.id, now=NOW)  # and then the worker dies
    newcomer = an_enrolment(Side.MENTEE, member=a_member("Newcomer"), programme=undisturbed)
    db.add(newcomer)
    db.commit()

    free_abandoned(db, now=NOW, all_of_them=True)
    db.commit()
    work_all(db, workshop)

    assert fresh(db, again).state == RunState.REVIEWED
    assert again.snapshot_hash == first.snapshot_hash
    assert again.result_hash == first.result_hash


def test_a_repeated_run_gives_the_same_and_replaces_nothing(
    db: Session, workshop: Workshop
) -> None:
    programme = some_people(db)
    run = start(db, programme)
    work_all(db, workshop)

    again = repeat_run(db, fresh(db, run), by=programme.contact, now=NOW)
    db.commit()
    work_all(db, workshop)

    assert fresh(db, again).result_hash == again.summary["expected"] == run.result_hash
    assert fresh(db, run).programme.current_run_id == run.id
    assert db.scalar(select(func.count()).where(Proposal.run_id == again.id)) == 0


def test_what_was_decided_stands_in_the_next_run_and_the_rest_makes_way(
    db: Session, workshop: Workshop
) -> None:
    programme = some_people(db)
    first = start(db, programme)
    work_all(db, workshop)
    approved, locked, other = db.scalars(
        select(Proposal).where(Proposal.run_id == first.id).order_by(Proposal.affinity)
    ).all()
    approved.state, approved.decided_by_id = ProposalState.APPROVED, programme.contact.id
    approved.decided_at = NOW
    locked.locked, locked.note = True, "They live in one street."
    db.commit()

    second = start(db, programme)
    work_all(db, workshop)

    news = db.scalars(select(Proposal).where(Proposal.run_id == second.id)).all()
    by_mentee = {each.mentee_enrolment_id: each for each in news}
    kept = by_mentee[approved.mentee_enrolment_id]
    assert kept.mentor_enrolment_id == approved.mentor_enrolment_id
    assert (kept.state, kept.decided_by_id) == (ProposalState.APPROVED, programme.contact.id)
    again = by_mentee[locked.mentee_enrolment_id]
    assert (again.locked, again.note) == (True, "They live in one street.")
    for old in (approved, locked, other):
        db.refresh(old)
        assert old.state == ProposalState.WITHDRAWN


def test_a_run_of_nobody_says_who_is_missing(db: Session, workshop: Workshop) -> None:
    run = start(db, some_people(db, mentees=2, mentors=0))

    work_all(db, workshop)

    assert fresh(db, run).state == RunState.FAILED
    assert run.summary["failed"]["values"] == {"needs": "2", "offers": "0"}


def test_what_was_locked_stands_though_a_rule_objects_later(
    db: Session, workshop: Workshop
) -> None:
    programme = some_people(db, mentees=1, mentors=1)
    first = start(db, programme)
    work_all(db, workshop)
    (locked,) = db.scalars(select(Proposal).where(Proposal.run_id == first.id)).all()
    locked.locked = True
    mentee = db.get_one(Enrolment, locked.mentee_enrolment_id)
    mentee.languages, programme.rules, programme.floor = ["ti"], ["no_shared_language"], 0.99
    db.commit()

    second = start(db, programme)
    work_all(db, workshop)

    assert fresh(db, second).state == RunState.REVIEWED
    (kept,) = db.scalars(select(Proposal).where(Proposal.run_id == second.id)).all()
    assert kept.locked


def test_a_run_that_did_not_succeed_can_be_tried_again(db: Session, workshop: Workshop) -> None:
    programme = some_people(db, mentees=1, mentors=0)
    run = start(db, programme)
    work_all(db, workshop)
    assert fresh(db, run).state == RunState.FAILED
    assert programme.current_run_id is None

    retry_run(db, run, by=programme.contact, now=NOW)
    db.commit()

    job = db.scalars(select(Job).where(Job.subject_id == run.id)).one()
    assert (run.state, job.state) == (RunState.QUEUED, JobState.QUEUED)


def test_a_run_whose_cluster_is_away_is_computed_here_and_the_log_says_so(
    db: Session, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    away = replace(settings, DASK_URL="tcp://127.0.0.1:1", DASK_FROM=12)
    run = start(db, some_people(db))

    with capture_logs() as said:
        work_all(db, a_workshop(away, match_run=match_run))

    assert fresh(db, run).state == RunState.REVIEWED
    warned = [line["event"] for line in said if line["log_level"] == "warning"]
    assert [words.partition(":")[0] for words in warned] == ["the Dask cluster did not do it"]
