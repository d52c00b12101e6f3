"""Makes absent bytes of erased rows: SQLite keeps old pages in its log until that is emptied.

And of mails that were kept as files, where no mail server takes them.
"""

import time
from collections.abc import Iterable
from email import message_from_bytes, policy
from pathlib import Path

from sqlalchemy import Engine

PATIENCE = 10.0
BETWEEN = 0.1
TEXTS = {"text/plain", "text/html", "text/calendar"}


def scrub(engine: Engine, *, patience: float = PATIENCE) -> bool:
    """Move the log into the database and cut it off. False: somebody was reading all the time.

    Rows are overwritten when they are deleted (`secure_delete`); what remains is their copy in
    the log. PostgreSQL gives its space back by itself (autovacuum), and has no such promise.
    """
    if engine.dialect.name != "sqlite":
        return True
    until = time.monotonic() + patience
    while not _cut_off(engine):
        if time.monotonic() > until:
            return False
        time.sleep(BETWEEN)
    return True


def _cut_off(engine: Engine) -> bool:
    """Try it once, and wait for readers a moment only: all who write wait as long."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={int(BETWEEN * 1000)}")
        try:
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:  # the next who is given this connection waits as others do
            cursor.execute(f"PRAGMA busy_timeout={usual}")
    finally:
        connection.close()
    return not busy


def remove_mail_files(folder: Path, known: Iterable[str]) -> int:
    """Remove the mails in the outbox folder that name somebody; say how many."""
    words = tuple(known)
    named = [file for file in folder.glob("*.eml") if _names(file, words)]
    for file in named:
        file.unlink(missing_ok=True)
    return len(named)


def _names(file: Path, known: tuple[str, ...]) -> bool:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    parts = [str(part.get_content()) for part in message.walk() if part.get_content_type() in TEXTS]
    said = "\n".join([str(message["To"]), str(message["Subject"]), *parts])
    return any(each in said for each in known)
