"""Pointers lead to rows; one that cannot be followed now is found again."""

import logging
import queue
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from matcher.jobs.pointers import Pointers

PATIENCE = 20.0


def test_while_the_database_is_away_a_pointer_is_put_off_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pointers, done = Pointers("", folder=tmp_path, secret="for tests"), threading.Event()

    def fails(_row: str) -> None:
        raise OperationalError("BEGIN IMMEDIATE", None, Exception("database is locked"))

    with caplog.at_level(logging.WARNING):
        pointers.follow({"job": fails, "task": lambda _row: done.set()}, threads=1)
        pointers.hand_out([("job", "1"), ("task", "2")])
        assert done.wait(PATIENCE)
        pointers.end(patience=PATIENCE)

    said = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert said == []


@pytest.mark.postgres
def test_a_server_carries_pointers_too_with_a_driver_loaded_then(
    tmp_path: Path, postgres_url: str
) -> None:
    followed: queue.Queue[str] = queue.Queue()
    pointers = Pointers(postgres_url, folder=tmp_path, secret="for tests")

    pointers.follow({"job": followed.put}, threads=2)
    pointers.hand_out([("job", "1"), ("job", "2")])
    came = {followed.get(timeout=PATIENCE), followed.get(timeout=PATIENCE)}
    pointers.end(patience=PATIENCE)

    assert came == {"1", "2"}
