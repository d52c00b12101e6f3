"""Putting mails in the outbox."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.words import Language
from matcher.messages.letters import Letter
from matcher.messages.models import Budget, Guarantee, Mail


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
    guarantee: Guarantee = Guarantee.MUST_ARRIVE


def send(db: Session, letter: Letter, *, to: Addressee, on: Occasion, now: datetime) -> Mail | None:
    """Put a mail in the outbox, unless this occasion has had its mail already."""
    mail = Mail(
        kind=on.kind,
        subject_id=on.subject_id,
        period=on.period,
        budget=on.budget,
        guarantee=on.guarantee,
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
    if db.scalar(same):
        return None
    mail.letter = letter.to_json()
    db.add(mail)
    return mail
