"""Reads by the clock what came back to the mailbox for returned mails."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import structlog

from matcher.foundation.doors import Doors
from matcher.jobs.work import Work
from matcher.members.services.returned import note_return
from matcher.messages.mailbox import MailboxAway, read_mailbox
from matcher.messages.returns import LARGEST, read_return

log = structlog.get_logger()


class Settings(Protocol):
    """What reading returned mails needs to know of an installation."""

    @property
    def SECRET_KEY(self) -> str: ...  # noqa: N802  # named as the setting

    @property
    def BOUNCE_URL(self) -> str: ...  # noqa: N802  # likewise


def take_in(doors: Doors, raw: bytes, secret: str, *, now: datetime) -> bool:
    """Take in one message from the mailbox. False: it is no report about a mail of ours."""
    found = read_return(raw, secret)
    if found is None:
        return False
    with doors.writing() as db:
        return note_return(db, found, now=now)


def reading_returns(settings: Settings) -> Callable[[Work], None]:
    """Return the scheduled task for this installation."""

    def read_returns(work: Work) -> None:
        known = 0

        def keep(raw: bytes) -> None:
            nonlocal known
            known += take_in(work.doors, raw, settings.SECRET_KEY, now=work.now())
            work.report("reading returned mails")

        try:
            read = read_mailbox(settings.BOUNCE_URL, keep, largest=LARGEST)
        except MailboxAway as away:
            log.warning("mailbox away", error=str(away))
        else:
            log.info("returned mails read", read=read, known=known)

    return read_returns
