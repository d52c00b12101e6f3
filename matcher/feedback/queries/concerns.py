"""What can be asked about concerns, and about who may hear them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from matcher.feedback.models import Concern, Escalation, Signal
from matcher.members.models import Grant, Member, Role
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Enrolment, EnrolmentState, Programme

LISTENERS = (Role.SECOND_CONTACT, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Way:
    """A place from which somebody may tell something: a programme, with a pairing or without."""

    enrolment: Enrolment
    pairing: Pairing | None

    @property
    def key(self) -> str:
        return str(self.pairing.id if self.pairing else self.enrolment.id)


@dataclass(frozen=True, slots=True)
class Told:
    """A concern, with who sent it and the programme it belongs to."""

    concern: Concern
    sender: Member
    programme: Programme
    passed_to: UUID | None = None  # who reads it too, because nobody did in time


def list_ways(db: Session, member: Member) -> list[Way]:
    """List where somebody takes part: each open pairing, and programmes without one."""
    paired = and_(
        or_(
            Pairing.mentor_enrolment_id == Enrolment.id,
            Pairing.mentee_enrolment_id == Enrolment.id,
        ),
        Pairing.state != PairingState.CLOSED,
    )
    programme = joinedload(Enrolment.programme)
    query = (
        select(Enrolment, Pairing)
        .outerjoin(Pairing, paired)
        .where(Enrolment.member_id == member.id, Enrolment.state != EnrolmentState.WITHDRAWN)
        .options(
            programme.joinedload(Programme.contact),
            programme.joinedload(Programme.stand_in),
            joinedload(Pairing.mentor),
            joinedload(Pairing.mentee),
        )
        .order_by(Enrolment.created_at, Enrolment.id, Pairing.since)
    )
    return [Way(enrolment, pairing) for enrolment, pairing in db.execute(query)]


def list_confidants(db: Session, programme_ids: Sequence[UUID]) -> Sequence[Grant]:
    """List who else may hear a concern: second contacts, then administrators."""
    here = or_(Grant.programme_id.in_(programme_ids), Grant.role == Role.ADMINISTRATOR)
    query = (
        select(Grant)
        .join(Grant.member)
        .where(here, Grant.role.in_(LISTENERS), Grant.ended_at.is_(None))
        .where(Member.disabled_at.is_(None))
        .options(joinedload(Grant.member))
        .order_by(Grant.given_at, Grant.id)
    )
    return sorted(db.scalars(query), key=lambda grant: LISTENERS.index(grant.role))


def find_concern(db: Session, concern_id: UUID, *, seen_by: Member) -> Told | None:
    """Find a concern, but only for whom it was told to or passed on to."""
    row = db.execute(_told(seen_by).where(Concern.id == concern_id)).first()
    return Told(*row) if row else None


def list_told(db: Session, member: Member) -> list[Told]:
    """List what was told to this person, what still waits first."""
    waiting = Concern.handled_at.is_not(None), Concern.sent_at.desc()
    return [Told(*row) for row in db.execute(_told(member).order_by(*waiting))]


def _told(member: Member) -> Select[Concern, Member, Programme, UUID]:
    return (
        select(Concern, Member, Programme, Escalation.to_id)
        .join(Member, Member.id == Concern.from_id)
        .join(Programme, Programme.id == Concern.programme_id)
        .outerjoin(Signal, Signal.cause_id == Concern.id)
        .outerjoin(
            Escalation, and_(Escalation.signal_id == Signal.id, Escalation.to_id == member.id)
        )
        .where(or_(Concern.to_id == member.id, Escalation.to_id == member.id))
    )


def last_concern(db: Session, member: Member) -> datetime | None:
    """Say when somebody last told something in confidence: then cards are quiet for a while."""
    return db.scalar(select(func.max(Concern.sent_at)).where(Concern.from_id == member.id))
