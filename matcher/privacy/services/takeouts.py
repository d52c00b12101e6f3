"""A member's own copy: asked for, made in the background, handed out to its owner alone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.words import N_, sentence
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.privacy.models import Takeout
from matcher.privacy.paper import Reader, wrap
from matcher.privacy.queries.own import all_of
from matcher.privacy.queries.takeouts import newest_takeout

LASTS = timedelta(days=7)
AT_MOST = timedelta(hours=1)
KIND = "make_takeout"


def ask_takeout(db: Session, member: Member, *, now: datetime) -> Takeout:
    """Have a copy made. Asked for again within the hour, it is the same one."""
    last = newest_takeout(db, member, now=now)
    if last and now - last.asked_at < AT_MOST:
        return last
    takeout = Takeout(member_id=member.id, asked_at=now, until=now + LASTS)
    db.add(takeout)
    db.flush()
    enqueue(db, KIND, takeout.id, now=now)
    note(db, "takeout.asked", takeout, by=member, at=now)
    return takeout


def make_takeout(db: Session, takeout: Takeout, member: Member, *, now: datetime) -> None:
    """Write the copy, sealed, and tell its owner that it waits. The mail holds none of it."""
    takeout.file = wrap(
        all_of(db, member), Reader(member.language, ZoneInfo(member.zone)), made=now
    )
    takeout.ready_at = now
    on = Occasion(kind="takeout.ready", subject_id=takeout.id)
    write_to(db, member, _letter(member), on=on, now=now)


def fetch_takeout(db: Session, takeout: Takeout, *, by: Member, now: datetime) -> bytes:
    """Hand the copy out, and note that it was."""
    takeout.fetched_at = now
    note(db, "takeout.fetched", takeout, by=by, at=now)
    return takeout.file or b""


def _letter(member: Member) -> Letter:
    return Letter(
        subject=sentence(N_("Your copy is ready")),
        name=member.name,
        paragraphs=(
            sentence(N_("You asked for a copy of what we keep about you. It is ready.")),
            sentence(N_("You can download it for seven days. We ask for your password first.")),
        ),
        button=Link(text=sentence(N_("To my copy")), endpoint="privacy.mine"),
        why=sentence(N_("You get this mail because you asked for a copy of your data.")),
    )
