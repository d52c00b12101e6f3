"""Whoever writes to a file a hundred times in a row lets the others write in between."""

import gc
import sqlite3
import threading
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from matcher.foundation.engines import open_to_write

HOLDS, TIMES = 0.01, 100


@pytest.fixture
def file(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    engine = open_to_write(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE line (n INTEGER)"))
    engine.dispose()
    return url


def write(engine: Engine, n: int) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO line VALUES (:n)"), {"n": n})
        time.sleep(HOLDS)


def test_a_page_is_written_between_two_steps_of_the_background(file: str) -> None:
    background, page = open_to_write(file, patience=60), open_to_write(file)
    begun = threading.Event()

    def toil() -> None:
        for n in range(TIMES):
            write(background, n)
            begun.set()

    work = threading.Thread(target=toil)
    work.start()
    begun.wait()
    waits = []
    for _ in range(5):
        since = time.monotonic()
        write(page, -1)
        waits.append(time.monotonic() - since)
    is_at_it = work.is_alive()
    work.join()
    with page.connect() as connection:
        lines = list(connection.scalars(text("SELECT n FROM line ORDER BY rowid")))
    for engine in (background, page):
        engine.dispose()

    assert is_at_it, waits
    places = [place for place, n in enumerate(lines) if n == -1]
    assert all(later - earlier <= 3 for earlier, later in pairwise(places))


def test_who_waits_too_long_is_told_and_whoever_comes_later_writes(file: str) -> None:
    engine, hasty = open_to_write(file), open_to_write(file, patience=0)
    with engine.begin(), pytest.raises(OperationalError, match="database is locked"):
        write(hasty, 1)

    write(hasty, 2)

    engine.dispose()
    hasty.dispose()


def test_a_transaction_that_fails_or_is_forgotten_hands_the_pen_on(file: str) -> None:
    engine, next_one = open_to_write(file), open_to_write(file, patience=0)
    with pytest.raises(OperationalError, match="no such table"), engine.begin() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (1)"))
    write(next_one, 1)

    forgotten = engine.connect()
    forgotten.execute(text("INSERT INTO line VALUES (2)"))
    del forgotten, connection
    gc.collect()

    write(next_one, 3)
    engine.dispose()
    next_one.dispose()


def test_another_process_that_writes_for_too_long_leaves_nobody_waiting_for_ever(
    file: str,
) -> None:
    hasty, path = open_to_write(file, patience=0), file.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="database is locked"):
            write(hasty, 1)
        other.execute("ROLLBACK")

    write(hasty, 2)

    hasty.dispose()
