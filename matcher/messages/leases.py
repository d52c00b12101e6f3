"""Taking mails up to send them, and noting what became of them, under a fence like a job's."""

from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, Update, select, update
from sqlalchemy.orm import Session

from matcher.messages.models import Budget, Delivery, Guarantee, Mail
from matcher.messages.parcels import Parcel
from matcher.messages.queries import is_due, is_left_over

LEASE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=1)
# A server that is away for a weekend costs no mail (RFC 5321, 4.5.4.1, asks for four days).
GIVE_UP = timedelta(days=4)

TOO_LATE, NOT_WANTED = "too late to help", "not wanted"


def find_next(db: Session, *, now: datetime) -> Mail | None:
    """Find the mail that has waited longest, and that no other sender looks at."""
    longest = select(Mail).where(is_due(now)).order_by(Mail.due_at, Mail.id).limit(1)
    return db.scalar(longest.with_for_update(skip_locked=True))


def take_up(db: Session, mail: Mail, *, now: datetime) -> Parcel | None:
    """Take up a mail, unless another sender was faster."""
    waiting = update(Mail).where(Mail.id == mail.id, is_due(now), Mail.fence == mail.fence)
    mine = waiting.values(
        delivery=Delivery.SENDING,
        attempts=Mail.attempts + 1,
        fence=Mail.fence + 1,
        lease_until=now + LEASE,
    )
    if not _changed(db, mine):
        return None
    db.refresh(mail)
    return Parcel.of(mail)


def wait(db: Session, mail_id: UUID, *, until: datetime) -> None:
    """Let a mail wait for a better moment."""
    waiting = update(Mail).where(Mail.id == mail_id, Mail.delivery == Delivery.QUEUED)
    db.execute(waiting.values(due_at=until))


def let_go(db: Session, mail_id: UUID) -> None:
    """Give up guidance that came too late to help."""
    waiting = update(Mail).where(
        Mail.id == mail_id, Mail.delivery == Delivery.QUEUED, Mail.budget == Budget.GUIDANCE
    )
    db.execute(waiting.values(delivery=Delivery.FAILED, error=TOO_LATE))


def note_sent(db: Session, parcel: Parcel, *, now: datetime) -> bool:
    return _end(db, parcel, delivery=Delivery.SENT, sent_at=now, error=None)


def note_refused(db: Session, parcel: Parcel, *, why: str) -> bool:
    return _end(db, parcel, delivery=Delivery.FAILED, error=why)


def note_unsure(db: Session, parcel: Parcel, *, now: datetime, why: str) -> bool:
    """The server may have it. What must arrive goes again under the same Message-ID."""
    if parcel.guarantee == Guarantee.AT_MOST_ONCE:
        return _end(db, parcel, delivery=Delivery.UNKNOWN, error=why)
    return put_off(db, parcel, now=now, why=why)


def put_off(db: Session, parcel: Parcel, *, now: datetime, why: str) -> bool:
    """Try again later, and longer later each time; in the end, not at all."""
    if now - parcel.created_at > GIVE_UP:
        return note_refused(db, parcel, why=why)
    due = now + pause_after(parcel.attempts)
    return _end(db, parcel, delivery=Delivery.QUEUED, due_at=due, error=why)


def put_back(db: Session, parcel: Parcel, *, why: str) -> bool:
    """Give a mail back as if it had not been taken up: nobody was there to take it."""
    before = {"delivery": Delivery.QUEUED, "attempts": parcel.attempts - 1, "error": why}
    return _end(db, parcel, **before)


def free_left_over(db: Session, *, now: datetime, all_of_them: bool = False) -> int:
    """Settle mails whose sender died between handing over and noting it."""
    dead = Mail.delivery == Delivery.SENDING if all_of_them else is_left_over(now)
    fate: dict[Guarantee, dict[str, Any]] = {
        Guarantee.AT_MOST_ONCE: {"delivery": Delivery.UNKNOWN},
        Guarantee.MUST_ARRIVE: {"delivery": Delivery.QUEUED, "due_at": now},
    }
    settled = 0
    for guarantee, after in fate.items():
        mails = update(Mail).where(dead, Mail.guarantee == guarantee)
        settled += _count(db, mails.values(lease_until=None, error="sender died", **after))
    return settled


def requeue(db: Session, mail: Mail, *, now: datetime) -> bool:
    """Queue a settled mail once more, under the same Message-ID."""
    settled = update(Mail).where(
        Mail.id == mail.id, Mail.delivery.in_([Delivery.FAILED, Delivery.UNKNOWN])
    )
    done = _changed(db, settled.values(delivery=Delivery.QUEUED, due_at=now, attempts=0))
    db.refresh(mail)
    return done


def pause_after(attempts: int) -> timedelta:
    """A minute, then four times as long each time, up to an hour."""
    return min(timedelta(minutes=4 ** min(attempts - 1, 4)), LONGEST_PAUSE)


def _end(db: Session, parcel: Parcel, **after: Any) -> bool:
    mine = update(Mail).where(
        Mail.id == parcel.mail_id, Mail.fence == parcel.fence, Mail.delivery == Delivery.SENDING
    )
    return _changed(db, mine.values(lease_until=None, **after))


def _changed(db: Session, statement: Update) -> bool:
    return _count(db, statement) == 1


def _count(db: Session, statement: Update) -> int:
    done = db.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", done).rowcount
