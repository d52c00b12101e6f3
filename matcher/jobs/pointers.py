"""The doorway to Huey, which ships no types. It only carries pointers to rows.

Huey forgets a task when it hands it out, so a task must be no more than "look at this row":
what is lost is found again by the sweep, and what comes twice finds the row taken.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import structlog
from sqlalchemy.exc import SQLAlchemyError

from matcher.foundation.logs import where
from matcher.jobs.hueys import (
    Consumer,
    RedisHuey,
    SignedSerializer,
    SqliteHuey,
    postgres_huey,
)

log = structlog.get_logger()

Pointer = tuple[str, str]  # what to do, with which row: ("job", "0b1f…")


class _Embedded(Consumer):  # type: ignore[misc]  # Consumer is untyped
    """Huey's threads without its signal handlers: the process has its own."""

    def _set_signal_handlers(self) -> None:
        pass


class Pointers:
    """A queue of pointers, and the threads that follow them."""

    def __init__(self, url: str, *, folder: Path, secret: str) -> None:
        self.huey = _open(url, folder, secret)
        self.consumer: Consumer | None = None
        self._task = self.huey.task(name="follow")(self._follow)
        self._ways: dict[str, Callable[[str], None]] = {}

    def hand_out(self, pointers: Iterable[Pointer]) -> None:
        """Put pointers into the queue, unless they are in it already."""
        waiting = {tuple(task.args) for task in self.huey.pending()}
        for pointer in pointers:
            if pointer not in waiting:
                self._task(*pointer)

    def follow(self, ways: dict[str, Callable[[str], None]], *, threads: int) -> None:
        """Start following pointers in threads of this process."""
        self._ways = ways
        self.consumer = _Embedded(
            self.huey, workers=threads, periodic=False, initial_delay=0.1, max_delay=1.0
        )
        self.consumer.start()

    def keep_going(self) -> None:
        """Replace a thread that died."""
        if self.consumer:
            self.consumer.check_worker_health()

    def end(self, *, patience: float) -> None:
        """Let the threads finish what they have in hand, for some seconds at most."""
        if self.consumer:
            self.consumer.shutdown_timeout = patience
            self.consumer.stop(graceful=True)
        self.huey.storage.close()

    def _follow(self, way: str, row: str) -> None:
        """Do what a pointer says. Nothing is lost while the database is away: the row is there."""
        try:
            self._ways[way](row)
        except SQLAlchemyError as error:
            log.warning("work put off", way=way, error=where(error))


def _open(url: str, folder: Path, secret: str) -> Any:
    # A signature of our own keeps others who can write to the queue from running code here.
    key = hashlib.sha256(b"pointers|" + secret.encode()).hexdigest()
    common = {"serializer": SignedSerializer(secret=key), "results": False}
    scheme = urlsplit(url).scheme
    if scheme in {"redis", "rediss"}:
        return RedisHuey("matcher", url=url, **common)
    if scheme.startswith("postgres"):
        # Asking once a second keeps one connection; listening would keep one for each thread.
        dsn = url.replace("+psycopg", "")
        return postgres_huey("matcher", dsn=dsn, blocking=False, **common)
    folder.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("matcher", filename=str(folder / "pointers.db"), cache_mb=1, **common)
