"""Putting mails in the outbox, and keeping out what somebody does not want."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.messages.leases import NOT_WANTED, TOO_LATE, requeue
from matcher.messages.letters import Letter
from matcher.messages.models import Budget, Delivery, Guarantee, Mail, MailStop
from matcher.messages.queries import has_stopped

# Mails that were let go on purpose: that is no failure.
LET_GO = (NOT_WANTED, TOO_LATE)
# Guidance that may have come already is not said again; what people wait for must arrive.
BY_BUDGET = {
    Budget.ESSENTIAL: Guarantee.MUST_ARRIVE,
    Budget.PULSE: Guarantee.MUST_ARRIVE,
    Budget.GUIDANCE: Guarantee.AT_MOST_ONCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Where a mail goes. A member without an address gets none, and a coordinator helps."""

    address: str
    language: Language
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Why a mail is sent. The same occasion never leads to a second mail."""

    kind: str
    subject_id: UUID
    period: str = ""
    budget: Budget = Budget.ESSENTIAL
    # None: as its budget has it. Reminders say so themselves: one that came twice would nag.
    guarantee: Guarantee | None = None


def send(db: Session, letter: Letter, *, to: Addressee, on: Occasion, now: datetime) -> Mail | None:
    """Put a mail in the outbox, unless this occasion has had its mail already."""
    mail = Mail(
        kind=on.kind,
        subject_id=on.subject_id,
        period=on.period,
        budget=on.budget,
        guarantee=on.guarantee or BY_BUDGET[on.budget],
        member_id=to.member_id,
        address=to.address,
        language=to.language,
        created_at=now,
        due_at=now,
    )
    same = select(Mail.id).where(
        Mail.kind == on.kind,
        Mail.subject_id == on.subject_id,
        Mail.period == on.period,
        Mail.address == to.address,
    )
    if db.scalar(same) or has_stopped(db, to.member_id, on.budget):
        return None
    mail.letter = letter.to_json()
    db.add(mail)
    return mail


def stop_mails(db: Session, member_id: UUID, budget: Budget, *, now: datetime) -> None:
    """Send a member no more mails of this sort; those that wait do not go either."""
    if not has_stopped(db, member_id, budget):
        db.add(MailStop(member_id=member_id, budget=budget, since=now))
    waiting = update(Mail).where(
        Mail.member_id == member_id, Mail.budget == budget, Mail.delivery == Delivery.QUEUED
    )
    db.execute(waiting.values(delivery=Delivery.FAILED, error=NOT_WANTED))


def allow_mails(db: Session, member_id: UUID, budget: Budget) -> None:
    """Send a member mails of this sort again."""
    wish = (MailStop.member_id == member_id, MailStop.budget == budget)
    db.execute(delete(MailStop).where(*wish))


def send_again(db: Session, mail: Mail, *, now: datetime) -> bool:
    """Queue a mail again that failed, or of which nobody knows. False: it is on its way."""
    return mail.error not in LET_GO and requeue(db, mail, now=now)
