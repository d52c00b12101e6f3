"""What is done for members in the background."""

from collections.abc import Callable

from matcher.jobs.work import Work
from matcher.members.models import Member, Purpose
from matcher.members.services.accounts import RESET, send_reset
from matcher.members.services.mailed_links import MAILED, Ask, send_link


def mail_reset(work: Work) -> None:
    """Mail a link to a new password, if there is somebody to mail it to."""
    with work.write() as db:
        member = db.get(Member, work.subject_id)
        if member and member.disabled_at is None:
            send_reset(db, member, now=work.now())


def mail_link(work: Work) -> None:
    """Mail a link and a code to sign in with, if there is somebody to mail them to."""
    with work.write() as db:
        member = db.get(Member, work.subject_id)
        if member and member.disabled_at is None:
            ask = Ask(browser=work.payload["browser"], purpose=Purpose(work.payload["purpose"]))
            send_link(db, member, ask, secret=work.settings.SECRET_KEY, now=work.now())


WORK: dict[str, Callable[[Work], None]] = {RESET: mail_reset, MAILED: mail_link}
