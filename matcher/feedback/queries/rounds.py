"""What the regular rounds ask: which pairings to look at, and what was sent already."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.interfaces import ORMOption

from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.messages.models import Mail
from matcher.pairings.models import Meeting, Pairing, PairingState
from matcher.programmes.models import Programme

# A look back takes place three months after the end, and may be late.
LOOKED_BACK = timedelta(days=125)
REMINDED = "check_in.reminded"


def list_living(db: Session, pairing_id: UUID | None = None, *, today: date) -> Sequence[Pairing]:
    """List pairings that have met and go on, and closed ones of which something is still due."""
    unended = CheckIn.state.in_([CheckInState.PLANNED, CheckInState.OPEN])
    unopened = and_(CheckIn.state == CheckInState.ANSWERED, CheckIn.revealed_at.is_(None))
    waiting = exists().where(CheckIn.pairing_id == Pairing.id, or_(unended, unopened))
    goes_on = (Pairing.state != PairingState.CLOSED) & Pairing.first_met_on.is_not(None)
    closing = and_(CheckIn.kind == CheckInKind.CLOSING, CheckIn.state == CheckInState.ANSWERED)
    may_look_back = exists().where(CheckIn.pairing_id == Pairing.id, closing)
    lately = and_(Pairing.closed_on >= today - LOOKED_BACK, may_look_back)
    query = select(Pairing).where(or_(goes_on, waiting, lately)).options(*_whole())
    if pairing_id:
        query = query.where(Pairing.id == pairing_id)
    return db.scalars(query.order_by(Pairing.id)).all()


def list_reminded(db: Session, check_ins: Collection[UUID]) -> set[tuple[UUID, int]]:
    """List which reminders were sent: the check-in, and the day (3 or 7)."""
    query = select(Mail.subject_id, Mail.period).where(
        Mail.kind == REMINDED, Mail.subject_id.in_(check_ins)
    )
    return {(subject_id, int(period)) for subject_id, period in db.execute(query)}


def list_unsettled(
    db: Session, pairing_id: UUID | None = None
) -> list[tuple[Pairing, list[Meeting]]]:
    """List pairings under way with their meetings, the newest first."""
    under_way = Pairing.state.in_([PairingState.BEGINNING, PairingState.ACTIVE])
    query = (
        select(Pairing, Meeting)
        .outerjoin(Meeting, Meeting.pairing_id == Pairing.id)
        .where(under_way)
        .options(*_whole())
        .order_by(Pairing.id, Meeting.starts_at.desc())
    )
    if pairing_id:
        query = query.where(Pairing.id == pairing_id)
    found: dict[UUID, tuple[Pairing, list[Meeting]]] = {}
    for pairing, meeting in db.execute(query):
        found.setdefault(pairing.id, (pairing, []))
        if meeting is not None:
            found[pairing.id][1].append(meeting)
    return list(found.values())


def _whole() -> tuple[ORMOption, ...]:
    programme = joinedload(Pairing.programme)
    return (
        joinedload(Pairing.mentor),
        joinedload(Pairing.mentee),
        programme.joinedload(Programme.contact),
        programme.joinedload(Programme.stand_in),
    )
