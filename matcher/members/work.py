"""What is done for members in the background."""

from collections.abc import Callable

from matcher.jobs.work import Work
from matcher.members.models import Member
from matcher.members.services.accounts import RESET, send_reset


def mail_reset(work: Work) -> None:
    """Mail a link to a new password, if there is somebody to mail it to."""
    with work.write() as db:
        member = db.get(Member, work.subject_id)
        if member and member.disabled_at is None:
            send_reset(db, member, now=work.now())


WORK: dict[str, Callable[[Work], None]] = {RESET: mail_reset}
