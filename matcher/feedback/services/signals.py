"""Signals: raised once for one cause, looked at by a coordinator, and settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.calendar import local_day, working_days_later
from matcher.feedback.models import Signal, Strictness
from matcher.feedback.queries.signals import list_causes
from matcher.feedback.raising import Raised
from matcher.feedback.services.words_from import a_word
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What raises a signal, and whom it is about: one person, or (None) the two of them."""

    id: UUID
    pairing: Pairing
    member: Member | None = None


def raise_signals(
    db: Session, signals: Iterable[Raised], cause: Cause, *, now: datetime
) -> list[Signal]:
    """Raise what has not been raised for this cause before. A signal holds no answer."""
    there = {code for code, _ in list_causes(db, [cause.id])}
    programme = cause.pairing.programme
    today = local_day(now, programme.zone)
    new = [
        Signal(
            code=each.code,
            cause_id=cause.id,
            programme_id=programme.id,
            raised_at=now,
            deadline=working_days_later(today, each.days),
            pairing_id=cause.pairing.id,
            member_id=cause.member.id if cause.member else None,
        )
        for each in signals
        if each.code not in there
    ]
    db.add_all(new)
    return new


def strict_codes(db: Session, programme_id: UUID) -> frozenset[str]:
    """Return the triggers of which a programme chose the stricter threshold."""
    query = select(Strictness.code).where(Strictness.programme_id == programme_id)
    return frozenset(db.scalars(query))


def settle_signal(  # noqa: PLR0913  # which, by whom, what came of it, when
    db: Session, signal: Signal, *, by: Member, was_useful: bool, told: str, now: datetime
) -> None:
    """Settle a signal: whether it was useful, and tell the person who signalled what happened."""
    if signal.handled_at:
        raise RuleBroken(N_("Somebody has settled this already."))
    signal.handled_at = now
    signal.handled_by_id = by.id
    signal.was_useful = was_useful
    signal.told = told
    if signal.member_id and signal.member_id != by.id:
        on = Occasion(kind="signal.told", subject_id=signal.id)
        a_word(db, db.get_one(Member, signal.member_id), told, by=by, on=on, now=now)
    programme_id = signal.programme_id
    note(db, "signal.settled", signal, by=by, at=now, programme_id=programme_id, kind=signal.code)
