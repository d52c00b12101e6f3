"""Long computing in a process of its own: it freezes no page, and it can really be ended.

The module is called with a file to read and a file to write. It prints JSON, one object a line:
{"phase": "solving", "done": 0.2}; when a rule forbids the work, {"refused": a sentence}, exit 2;
{"warning": words for the log} about what whoever operates the service should know.
"""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from typing import IO, Any

import structlog

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Sentence
from matcher.jobs.work import Work

REFUSED = 2
log = structlog.get_logger()
LOOK = 0.5  # seconds between looks at whether somebody cancelled


class ChildFailed(Exception):
    """The child process ended without a result."""


def compute(
    work: Work,
    module: str,
    source: str,
    *,
    more: Sequence[str] = (),
    limit: timedelta = timedelta(minutes=30),
) -> str:
    """Let a child process turn source into a result. Raises Cancelled when asked to stop.

    `more` is what the module is told beside its two files.
    """
    with _desk(work) as desk:
        (desk / "source").write_text(source, encoding="utf-8")
        command = [sys.executable, "-m", "matcher.jobs.tethered", module]
        files = [str(desk / "source"), str(desk / "result")]
        with _child([*command, *files, *more], desk) as child:
            refusal = _watch(work, child, time.monotonic() + limit.total_seconds())
            status = child.process.wait()
        if refusal is not None:
            raise RuleBroken(refusal.text, **refusal.values)
        if status != 0:
            raise ChildFailed(f"{module} ended with {status}")
        return (desk / "result").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Child:
    process: subprocess.Popen[str]
    lines: "queue.SimpleQueue[str | None]"


@contextmanager
def _desk(work: Work) -> Iterator[Path]:
    """Give a folder that only we can read. A killed attempt may have left its papers there."""
    desk = work.settings.INSTANCE.absolute() / "work" / str(work.subject_id)
    rmtree(desk, ignore_errors=True)
    desk.mkdir(mode=0o700, parents=True)
    try:
        yield desk
    finally:
        rmtree(desk, ignore_errors=True)


@contextmanager
def _child(command: list[str], desk: Path) -> Iterator[_Child]:
    """Start the child in a group of its own, and end the whole group whatever happens."""
    with (desk / "errors").open("w") as errors:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        yield _Child(process, lines)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        reader.join()
        if process.stdout:
            process.stdout.close()


def _read(pipe: IO[str], lines: "queue.SimpleQueue[str | None]") -> None:
    for line in pipe:
        lines.put(line)
    lines.put(None)


def _watch(work: Work, child: _Child, until: float) -> Sentence | None:
    """Pass on what the child tells, until it falls silent for good. Return why it refused."""
    refusal = None
    told: dict[str, Any] = {"phase": "", "done": 0.0}
    while True:
        if time.monotonic() > until:
            raise ChildFailed("took too long")
        work.report(told["phase"], told["done"])
        try:
            line = child.lines.get(timeout=LOOK)
        except queue.Empty:
            continue
        if line is None:
            return refusal
        refusal = _hear(work, json.loads(line), told) or refusal


def _hear(work: Work, news: dict[str, Any], told: dict[str, Any]) -> Sentence | None:
    """Note what the child says; return why it refuses, when it does."""
    if "refused" in news:
        return Sentence.from_json(news["refused"])
    if "warning" in news:
        log.warning(news["warning"], subject=str(work.subject_id))
    else:
        told |= news
    return None
