"""What the service writes down about itself: one JSON object a line, and nothing about people.

No names, no addresses, no texts, no tokens: ids, counts, kinds and times are enough to find a
fault. Exceptions are told by type and place; their messages may hold what somebody wrote.
"""

import json
import logging
import sys
from io import TextIOBase
from pathlib import Path
from traceback import extract_tb
from typing import Any

import structlog

from matcher.foundation import clock

EventDict = structlog.typing.EventDict


def where(error: BaseException) -> str:
    """Say what went wrong and where, without the message: it may hold what people wrote."""
    trail = extract_tb(error.__traceback__)
    place = f" in {Path(trail[-1].filename).name}:{trail[-1].lineno}" if trail else ""
    return f"{type(error).__name__}{place}"


class _StandardError(TextIOBase):
    """Standard error as it is when a line is written: it may be another one by then."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def note(event: str, **facts: object) -> None:
    """Write one line of our own, for what goes on with every page.

    What leads to the same line through structlog takes three times as long.
    """
    if not _Ways.at_once:
        structlog.get_logger().info(event, **facts)
        return
    at = clock.now().isoformat().replace("+00:00", "Z")
    sys.stderr.write(
        _JSON.encode({**facts, "event": event, "level": "info", "timestamp": at}) + "\n"
    )


class _Ways:
    """Whether lines are JSON, as `configure` was asked for: then they need no way around."""

    at_once = False


def configure(*, for_people: bool = False) -> None:
    """Write JSON to standard error, ours and that of the libraries alike."""
    _Ways.at_once = not for_people
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_messages_of_errors,
    ]
    last: Any = structlog.dev.ConsoleRenderer() if for_people else _as_json
    # Our own lines are written as they are; what libraries say goes through their `logging`.
    structlog.configure(
        processors=[*shared, last],
        logger_factory=structlog.WriteLoggerFactory(_StandardError()),  # type: ignore[arg-type]  # writes and flushes, as is asked of it
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared, _without_what_libraries_say],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for chatty in ("huey", "alembic", "waitress.queue"):
        logging.getLogger(chatty).setLevel(logging.ERROR)


# Made once: `json.dumps` makes another one for each line.
_JSON = json.JSONEncoder(default=repr)


def _as_json(_log: object, _name: str, event: EventDict) -> str:
    return _JSON.encode(event)


def _without_messages_of_errors(_log: object, _name: str, event: EventDict) -> EventDict:
    failure = event.pop("exc_info", None)
    if isinstance(failure, tuple):
        failure = failure[1]
    if failure is True:
        failure = sys.exc_info()[1]
    if isinstance(failure, BaseException):
        event["error"] = where(failure)
    return event


def _without_what_libraries_say(_log: object, _name: str, event: EventDict) -> EventDict:
    """Keep a library's own words, without the values it filled in."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord):
        event["event"] = str(record.msg)
        event["logger"] = record.name
    return event
