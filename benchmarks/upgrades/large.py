"""How long the longest statement of an upgrade takes with very many people."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from benchmarks.upgrades.crowd import make_crowd
from matcher.migrations.upgrade import upgrade

PEOPLE = 100_000
LONGEST = 5.0  # seconds that a statement may hold others up


def time_large(url: str) -> list[str]:
    """Bring a crowd up; say which statement took longest."""
    make_crowd(url, PEOPLE)
    begun = time.monotonic()
    with _timed() as took:
        upgrade(url)
    seconds, statement = max(took)
    whole = time.monotonic() - begun
    sys.stdout.write(f"  {whole:.1f} s in all, the longest {seconds:.2f} s: {statement[:90]!r}\n")
    return [f"{seconds:.1f} s: {statement[:200]}"] if seconds > LONGEST else []


@contextmanager
def _timed() -> Iterator[list[tuple[float, str]]]:
    took: list[tuple[float, str]] = []
    begun: list[float] = []

    def _before(*_: Any) -> None:
        begun.append(time.monotonic())

    def _after(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        took.append((time.monotonic() - begun.pop(), statement))

    event.listen(Engine, "before_cursor_execute", _before)
    event.listen(Engine, "after_cursor_execute", _after)
    try:
        yield took
    finally:
        event.remove(Engine, "before_cursor_execute", _before)
        event.remove(Engine, "after_cursor_execute", _after)
