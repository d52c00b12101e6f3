"""Five hundred pairs are approved with one press: how far it is is shown, and none is half done."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.config import Settings
from matcher.jobs.models import Job, JobState
from matcher.jobs.work import Work
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.work.bulk import decide_proposals
from tests.conftest import Browse, Keep
from tests.factories.jobs import FreeHold, some_work
from tests.factories.proposals import a_run
from tests.proposals.crowds import keep_many
from tests.proposals.test_review_pages import confirm, table

MANY = 500


class Killed(Exception):
    pass


class DyingHold(FreeHold):
    """A worker that dies when it has told so many times how far it is."""

    def report(self, phase: str, done: float) -> None:
        super().report(phase, done)
        if len(self.reported) > MANY // 2:
            raise Killed


@pytest.fixture
def run(keep: Keep, db: Session) -> MatchRun:
    run = a_run()
    keep(run)
    run.programme.current_run_id = run.id
    keep_many(db, run, MANY)
    return run


@pytest.fixture
def browser(browse: Browse, run: MatchRun) -> FlaskClient:
    return browse(run.programme.contact)


Approve = Callable[[], Work]


@pytest.fixture
def approve(run: MatchRun, browser: FlaskClient, db: Session, settings: Settings) -> Approve:
    """Approve all with one press and one confirmation, and return the work that carries it out."""

    def approve_all() -> Work:
        asked = browser.post(table(run), data={"decide": "approve_all"})
        confirm(browser, run, asked.location)
        payload = db.scalars(select(Job.payload).where(Job.kind == "decide_proposals")).one()
        db.commit()
        return some_work(settings, run.id, payload=payload)

    return approve_all


def states(db: Session) -> dict[ProposalState, int]:
    db.rollback()  # to see what others did meanwhile
    rows = db.execute(select(Proposal.state, func.count()).group_by(Proposal.state)).all()
    db.rollback()  # a session that looks keeps all others from writing
    return {state: number for state, number in rows}  # noqa: C416  # dict() takes a result for a mapping


def noted(db: Session) -> int:
    number = db.scalar(select(func.count()).where(Event.action == "proposal.approved")) or 0
    db.rollback()
    return number


def test_how_far_it_is_is_shown_until_it_is_done(
    approve: Approve, run: MatchRun, browser: FlaskClient, db: Session
) -> None:
    approve()
    assert "0 %" in (before := browser.get(table(run)).text)
    assert f'data-progress="{table(run)}/progress"' in before
    job = db.scalars(select(Job).where(Job.kind == "decide_proposals")).one()
    job.progress = 0.42
    db.commit()

    assert "42 %" in browser.get(table(run)).text
    assert "42 %" in (piece := browser.get(f"{table(run)}/progress").text)
    assert "data-progress" in piece  # it asks again

    job.state = JobState.DONE
    db.commit()
    assert "data-progress" not in browser.get(f"{table(run)}/progress").text  # and no more
    assert "data-progress" not in browser.get(table(run)).text


def test_killed_in_the_middle_each_pair_is_wholly_done_or_untouched(
    approve: Approve, db: Session
) -> None:
    work = approve()

    with pytest.raises(Killed):
        decide_proposals(replace(work, hold=DyingHold()))
    half = states(db)
    assert half == {ProposalState.APPROVED: MANY // 2, ProposalState.SUGGESTED: MANY // 2}
    assert noted(db) == MANY // 2

    again = work.hold
    assert isinstance(again, FreeHold)
    decide_proposals(work)
    assert states(db) == {ProposalState.APPROVED: MANY}
    assert noted(db) == MANY
    assert [done for _phase, done in again.reported] == [number / MANY for number in range(MANY)]
