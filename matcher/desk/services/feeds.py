"""Making and ending the secret address of a coordinator's calendar."""

from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.desk.models import CalendarFeed
from matcher.desk.queries.feeds import find_own_feed
from matcher.members.models import Member
from matcher.members.queries import fingerprint
from matcher.programmes.models import Programme


def make_feed(db: Session, programme: Programme, *, by: Member, now: datetime) -> str:
    """Make a new address and return its token, once: we keep only the fingerprint.

    An address of before opens nothing from here on.
    """
    token = token_urlsafe(32)
    feed = find_own_feed(db, programme.id, by)
    if feed is None:
        feed = CalendarFeed(
            programme=programme, member=by, fingerprint=fingerprint(token), made_at=now
        )
        db.add(feed)
        db.flush()
    feed.fingerprint, feed.made_at = fingerprint(token), now
    note(db, "calendar.shared", feed, by=by, at=now, programme_id=programme.id)
    return token


def end_feed(db: Session, programme: Programme, *, by: Member, now: datetime) -> None:
    """Make the address worthless."""
    feed = find_own_feed(db, programme.id, by)
    if feed:
        note(db, "calendar.ended", feed, by=by, at=now, programme_id=programme.id)
        db.delete(feed)
