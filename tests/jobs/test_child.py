"""Computing happens in a process of its own, which ends when it should."""

import json
import os
import threading
import time
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from matcher.config import Settings
from matcher.foundation.errors import RuleBroken
from matcher.jobs.child import ChildFailed, compute
from matcher.jobs.tethered import LAST
from matcher.jobs.work import Cancelled, Work
from tests.factories.jobs import FreeHold, some_work

CHILD = "tests.jobs.a_child"


@pytest.fixture
def work(settings: Settings, db: Session) -> Work:  # noqa: ARG001  # a fresh database
    return some_work(settings, uuid4())


def desk(work: Work) -> Path:
    return Path(work.settings.INSTANCE) / "work" / str(work.subject_id)


def test_a_result_comes_back_and_progress_is_told(work: Work) -> None:
    result = compute(work, CHILD, "double 21")

    assert result == "42"
    assert isinstance(work.hold, FreeHold)
    assert ("doubling", 0.5) in work.hold.reported
    assert not desk(work).exists()


def test_computing_goes_last_and_leaves_a_processor_to_pages(work: Work) -> None:
    ours = sorted(os.sched_getaffinity(0))

    nice, theirs = json.loads(compute(work, CHILD, "place"))

    assert nice == LAST
    assert theirs == (ours[1:] or ours)


def test_a_broken_rule_comes_back_as_one(work: Work) -> None:
    with pytest.raises(RuleBroken, match="Nothing to double"):
        compute(work, CHILD, "refuse")


def test_what_an_operator_should_know_is_logged(work: Work) -> None:
    with capture_logs() as said:
        assert compute(work, CHILD, "warn 21") == "42"

    assert [(line["event"], line["log_level"]) for line in said] == [("no helper came", "warning")]


def test_a_child_that_fails_leaves_no_papers(work: Work) -> None:
    with pytest.raises(ChildFailed):
        compute(work, CHILD, "fail")

    assert not desk(work).exists()


def test_a_child_that_takes_too_long_is_ended(work: Work) -> None:
    with pytest.raises(ChildFailed, match="too long"):
        compute(work, CHILD, f"sleep {desk(work)}.pid", limit=timedelta(seconds=1.5))

    assert not is_alive(int(Path(f"{desk(work)}.pid").read_text()))


def test_cancelling_really_ends_the_child(work: Work) -> None:
    class Impatient(FreeHold):
        def report(self, phase: str, done: float) -> None:
            if phase == "sleeping":
                raise Cancelled
            super().report(phase, done)

    object.__setattr__(work, "hold", Impatient())

    with pytest.raises(Cancelled):
        compute(work, CHILD, f"sleep {desk(work)}.pid")

    assert not is_alive(int(Path(f"{desk(work)}.pid").read_text()))


def test_others_on_the_machine_cannot_read_the_papers(work: Work) -> None:
    modes = []

    def look() -> None:
        until = time.monotonic() + 10
        while time.monotonic() < until:
            if desk(work).exists():
                modes.append(desk(work).stat().st_mode & 0o777)
                return
            time.sleep(0.01)

    watcher = threading.Thread(target=look)
    watcher.start()
    compute(work, CHILD, "double 1")
    watcher.join()

    assert modes == [0o700]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
