"""Two coordinators who approve and tell overlapping selections at once: everything once.

Long, with figures: `python -m benchmarks.races_approval`.
"""

from collections.abc import Mapping
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.jobs.services import enqueue
from matcher.jobs.work import Hold, Stopping, Work
from matcher.jobs.workshop import Workshop
from matcher.messages.models import Mail
from matcher.proposals.models import MatchRun, Proposal, ProposalState
from matcher.proposals.work.bulk import decide_proposals
from tests.factories import NOW
from tests.factories.proposals import a_run, a_suggestion, work_all
from tests.proposals.races import MENTEES, race


def test_of_many_at_once_each_pair_is_decided_and_told_once(engine: Engine) -> None:
    tally = race(engine, rounds=2, workers=8)

    assert tally.wrong == 0, tally
    assert tally.approved == 2 * 2 * MENTEES
    assert tally.told == tally.paired > 0


def test_with_the_guards_off_the_same_race_goes_wrong(engine: Engine) -> None:
    tally = race(engine, rounds=2, workers=8, guarded=False)

    assert tally.twice + tally.overrun > 0, "The race proves nothing: it is too slow."


class StoppedAfter:
    """A hold on work whose process ends after so many pairs."""

    def __init__(self, number: int) -> None:
        self.left = number

    def confirm(self, db: Session) -> None:
        """Nobody else is at work."""

    def report(self, _phase: str, _done: float) -> None:
        self.left -= 1
        if self.left < 0:
            raise Stopping


def work_on(workshop: Workshop, run_id: UUID, payload: Mapping[str, object], hold: Hold) -> None:
    decide_proposals(
        Work(
            subject_id=run_id,
            settings=workshop.settings,
            doors=workshop.doors,
            hold=hold,
            payload=payload,
            now=lambda: NOW,
        )
    )


def test_ended_halfway_each_pair_is_wholly_done_or_untouched_and_going_on_ends_it(
    db: Session, workshop: Workshop
) -> None:
    run = a_run()
    pairs = [a_suggestion(run) for _ in range(40)]
    db.add_all(pairs)
    db.commit()
    seen = [[str(each.id), each.version] for each in pairs]
    payload = {"by": str(run.programme.contact.id), "decision": "approve", "pairs": seen}
    run_id, ids = run.id, [each.id for each in pairs]

    with pytest.raises(Stopping):
        work_on(workshop, run_id, payload, StoppedAfter(15))
    db.rollback()
    assert set(deeds(db)) == set(ids[:15])
    assert db.scalars(select(Proposal.state)).all().count(ProposalState.APPROVED) == 15
    db.rollback()
    work_on(workshop, run_id, payload, StoppedAfter(1_000))

    db.rollback()
    assert set(db.scalars(select(Proposal.state))) == {ProposalState.APPROVED}
    assert sorted(map(str, deeds(db))) == sorted(map(str, ids))


def many(db: Session, number: int) -> tuple[MatchRun, list[Proposal]]:
    run = a_run()
    pairs = [a_suggestion(run) for _ in range(number)]
    db.add_all(pairs)
    db.flush()
    seen = [[str(each.id), each.version] for each in pairs]
    payload = {"by": str(run.programme.contact.id), "decision": "approve", "pairs": seen}
    enqueue(db, "decide_proposals", run.id, now=NOW, payload=payload)
    db.commit()
    return run, pairs


def deeds(db: Session) -> list[UUID | None]:
    return list(db.scalars(select(Event.thing_id).where(Event.action == "proposal.approved")))


def test_five_hundred_approved_in_bulk_are_each_wholly_done(
    db: Session, workshop: Workshop
) -> None:
    _run, pairs = many(db, 500)

    work_all(db, workshop)

    db.rollback()
    states = db.scalars(select(Proposal.state)).all()
    assert states == [ProposalState.APPROVED] * 500
    assert sorted(map(str, deeds(db))) == sorted(str(each.id) for each in pairs)
    assert db.scalars(select(Mail)).all() == []  # nobody is told by approving
