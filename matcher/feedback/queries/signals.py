"""What can be asked about signals."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.models import CheckIn, Concern, Signal
from matcher.foundation.asking import made_once
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.pairings.models.help_request import HelpRequest


@dataclass(frozen=True, slots=True)
class OpenSignal:
    """A signal with whom it is about, and the check-in or concern that raised it."""

    signal: Signal
    pairing: Pairing | None
    member: Member | None
    check_in: CheckIn | None
    concern_id: UUID | None
    help_id: UUID | None = None  # a request for help that raised it


def list_open_signals(
    db: Session, programmes: Collection[UUID], *, seen_by: Member
) -> list[OpenSignal]:
    """List what waits, the nearest deadline first; one query.

    Nobody is shown signals about a pairing of their own, or a concern told to somebody else.
    """
    rows = db.execute(_open_signals(), {"programmes": list(programmes), "me": seen_by.id})
    return [OpenSignal(*row) for row in rows]


@made_once
def _open_signals(
    programmes: Collection[UUID], me: UUID
) -> Select[Signal, Pairing, Member, CheckIn, UUID, UUID]:
    query = _whole(me).where(Signal.programme_id.in_(programmes), Signal.handled_at.is_(None))
    return query.order_by(Signal.deadline, Signal.raised_at, Signal.id)


def find_signal(
    db: Session, programme_id: UUID, signal_id: UUID, *, seen_by: Member
) -> OpenSignal | None:
    """Find a signal for a coordinator of its programme, unless it is about their own pairing."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Signal.id == signal_id, Signal.programme_id == programme_id
    row = db.execute(_whole(seen_by.id).where(*here)).first()
    return OpenSignal(*row) if row else None


def list_causes(db: Session, cause_ids: Collection[UUID]) -> set[tuple[str, UUID]]:
    """List which signals these causes have raised already."""
    query = select(Signal.code, Signal.cause_id).where(Signal.cause_id.in_(cause_ids))
    return {(code, cause_id) for code, cause_id in db.execute(query)}


def _whole(me: UUID) -> Select[Signal, Pairing, Member, CheckIn, UUID, UUID]:
    own = or_(Pairing.mentor_member_id == me, Pairing.mentee_member_id == me)
    for_others = and_(Concern.id.is_not(None), Concern.to_id != me)
    return (
        select(Signal, Pairing, Member, CheckIn, Concern.id, HelpRequest.id)
        .outerjoin(Pairing, Pairing.id == Signal.pairing_id)
        .outerjoin(Member, Member.id == Signal.member_id)
        .outerjoin(CheckIn, CheckIn.id == Signal.cause_id)
        .outerjoin(Concern, Concern.id == Signal.cause_id)
        .outerjoin(HelpRequest, HelpRequest.id == Signal.cause_id)
        .where(or_(Pairing.id.is_(None), ~own), ~for_others)
        .options(joinedload(Pairing.mentor), joinedload(Pairing.mentee))
    )
