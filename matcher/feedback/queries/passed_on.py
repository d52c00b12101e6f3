"""What was passed on, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from matcher.feedback.models import CheckIn, Concern, Escalation, Signal
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A signal that was passed on to somebody, with all that they need to call."""

    signal: Signal
    at: datetime
    programme: Programme
    member: Member | None
    pairing: Pairing | None
    concern: Concern | None
    check_in: CheckIn | None
    due_to: str | None  # who should have looked
    to_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A signal with what it belongs to. A concern's signal names no pairing; the concern may."""

    signal: Signal
    programme: Programme
    pairing: Pairing | None
    concern: Concern | None


def find_waiting(db: Session, signal_id: UUID) -> Waiting:
    """Return a signal with its programme, its pairing and its concern."""
    signal = db.get_one(Signal, signal_id)
    concern = db.get(Concern, signal.cause_id)
    pairing_id = signal.pairing_id or (concern.pairing_id if concern else None)
    return Waiting(
        signal=signal,
        programme=db.get_one(Programme, signal.programme_id),
        pairing=db.get(Pairing, pairing_id) if pairing_id else None,
        concern=concern,
    )


def list_passed(db: Session, signal_id: UUID) -> Sequence[Escalation]:
    """List to whom a signal was passed on, the first first."""
    query = select(Escalation).where(Escalation.signal_id == signal_id)
    return db.scalars(query.order_by(Escalation.at, Escalation.id)).all()


def find_passed_on(db: Session, signal_id: UUID, *, seen_by: Member) -> PassedOn | None:
    """Find a signal for somebody to whom it was passed on."""
    row = db.execute(_whole(seen_by).where(Signal.id == signal_id)).first()
    return PassedOn(*row) if row else None


def list_passed_on(db: Session, member: Member) -> list[PassedOn]:
    """List what was passed on to somebody and still waits."""
    query = _whole(member).where(Signal.handled_at.is_(None)).order_by(Escalation.at)
    return [PassedOn(*row) for row in db.execute(query)]


def list_overdue(db: Session, code: str, today: date) -> Sequence[UUID]:
    """List open signals of one kind whose deadline may be over, whatever the local day is."""
    query = select(Signal.id).where(Signal.code == code, Signal.handled_at.is_(None))
    return db.scalars(query.where(Signal.deadline <= today).order_by(Signal.id)).all()


def _whole(
    seen_by: Member,
) -> Select[Signal, datetime, Programme, Member, Pairing, Concern, CheckIn, str, UUID]:
    listener = aliased(Member)
    pairing = or_(Pairing.id == Signal.pairing_id, Pairing.id == Concern.pairing_id)
    return (
        select(
            Signal,
            Escalation.at,
            Programme,
            Member,
            Pairing,
            Concern,
            CheckIn,
            listener.name,
            Escalation.to_id,
        )
        .join(Escalation, Escalation.signal_id == Signal.id)
        .join(Programme, Programme.id == Signal.programme_id)
        .outerjoin(Member, Member.id == Signal.member_id)
        .outerjoin(Concern, Concern.id == Signal.cause_id)
        .outerjoin(Pairing, pairing)
        .outerjoin(CheckIn, CheckIn.id == Signal.cause_id)
        .outerjoin(listener, listener.id == Signal.for_id)
        .where(Escalation.to_id == seen_by.id)
        .options(joinedload(Pairing.mentor), joinedload(Pairing.mentee))
    )
