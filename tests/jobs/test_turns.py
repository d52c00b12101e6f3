"""A scheduled task is done by one worker at a time, and as often as it should be."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.jobs.leases import LEASE
from matcher.jobs.turns import (
    AFTER_FAILING,
    end_turn,
    keep_turn,
    list_due_tasks,
    take_turn,
)
from matcher.jobs.work import Task, Work
from tests.factories import NOW
from tests.factories.jobs import a_workshop

HOURLY = Task(name="remind", every=timedelta(hours=1), does=lambda _work: None)


def test_only_one_of_two_workers_takes_the_turn(db: Session) -> None:
    assert take_turn(db, HOURLY, owner="one", now=NOW)
    assert not take_turn(db, HOURLY, owner="two", now=NOW)


def test_the_turn_of_a_dead_worker_goes_to_another(db: Session) -> None:
    take_turn(db, HOURLY, owner="dead", now=NOW)

    assert take_turn(db, HOURLY, owner="alive", now=NOW + LEASE)
    assert not keep_turn(db, "remind", owner="dead", now=NOW + LEASE)


@pytest.mark.parametrize(("after", "due"), [(59, False), (60, True), (-30, True)])
def test_a_task_is_due_after_its_time_even_when_the_clock_was_set_back(
    after: int,
    due: bool,  # noqa: FBT001  # a table's column
    db: Session,
) -> None:
    take_turn(db, HOURLY, owner="one", now=NOW)
    end_turn(db, "remind", owner="one", now=NOW, done=True)
    db.flush()
    later = NOW + timedelta(minutes=after)
    if after < 0:
        keep_until = NOW - timedelta(hours=1)
        take_turn(db, HOURLY, owner="two", now=NOW + timedelta(hours=2))
        end_turn(db, "remind", owner="two", now=keep_until, done=False)
        later = NOW - timedelta(minutes=30)

    assert (list_due_tasks(db, (HOURLY,), now=later) == ["remind"]) is due
    assert take_turn(db, HOURLY, owner="three", now=later) is due


def test_a_task_that_fails_is_tried_again_soon(settings: Settings, db: Session) -> None:
    def fails(_work: Work) -> None:
        raise ValueError("no")

    task = Task(name="remind", every=timedelta(days=1), does=fails)
    bench = a_workshop(settings)
    bench.schedule = (task,)

    bench.do_task("remind")

    assert list_due_tasks(db, (task,), now=NOW) == []
    assert list_due_tasks(db, (task,), now=NOW + AFTER_FAILING) == ["remind"]
    bench.doors.close()


def test_a_task_is_done_in_its_turn_only(settings: Settings, db: Session) -> None:  # noqa: ARG001
    done: list[str] = []
    task = Task(name="remind", every=timedelta(days=1), does=lambda _work: done.append("once"))
    bench = a_workshop(settings)
    bench.schedule = (task,)

    bench.do_task("remind")
    bench.do_task("remind")

    assert done == ["once"]
    bench.doors.close()
