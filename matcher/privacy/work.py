"""What is done about people's data in the background."""

from collections.abc import Callable

from matcher.jobs.work import Work
from matcher.members.models import Member
from matcher.privacy.models import Takeout
from matcher.privacy.services import takeouts


def make_takeout(work: Work) -> None:
    """Write a member's own copy, unless they are gone or it was written already."""
    with work.write() as db:
        takeout = db.get(Takeout, work.subject_id)
        member = takeout and db.get(Member, takeout.member_id)
        if takeout and member and member.disabled_at is None and takeout.ready_at is None:
            takeouts.make_takeout(db, takeout, member, now=work.now())


WORK: dict[str, Callable[[Work], None]] = {takeouts.KIND: make_takeout}
