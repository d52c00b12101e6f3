"""A pairing as the pages of its two people show it: columns alone, and only those."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from matcher.foundation.asking import made_once, rows_of
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Pairing, PairingState
from matcher.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Pair:
    """A pairing to look at. Whoever changes one loads a whole `Pairing`, within `writing()`."""

    id: UUID
    programme_id: UUID
    mentor_member_id: UUID
    mentee_member_id: UUID
    mentor_enrolment_id: UUID
    mentee_enrolment_id: UUID
    state: PairingState
    since: date
    planned_days: int
    rhythm_days: int
    first_met_on: date | None
    paused_until: date | None
    closed_on: date | None
    mentor: str
    mentor_pronouns: str
    mentee: str
    mentee_pronouns: str
    mentee_zone: str
    zone: str  # the programme's
    emergency_phone: str
    crisis_line: str
    coordinator: str
    stand_in: str | None

    def side_of(self, member: Member) -> Side | None:
        if member.id == self.mentor_member_id:
            return Side.MENTOR
        return Side.MENTEE if member.id == self.mentee_member_id else None

    @property
    def begun(self) -> date:
        return self.first_met_on or self.since

    @property
    def planned_end(self) -> date:
        """The day on which the planned time is over, counted from the first meeting."""
        return self.begun + timedelta(days=self.planned_days)

    @property
    def phones(self) -> dict[str, str]:
        """The numbers that cards and pages name."""
        return {"emergency": self.emergency_phone, "crisis_line": self.crisis_line}

    @property
    def is_open(self) -> bool:
        return self.state != PairingState.CLOSED


def find_pair(db: Session, pairing_id: UUID, *, seen_by: Member) -> Pair | None:
    """Find a pairing to look at, but only for the two people in it."""
    rows = rows_of(db, _pair(), {"pairing_id": pairing_id, "me": seen_by.id})
    return Pair(*rows[0]) if rows else None


@made_once
def _pair(pairing_id: UUID, me: UUID) -> Select[*tuple[Any, ...]]:
    mentor, mentee, contact, stand_in = (aliased(Member) for _ in range(4))
    theirs = or_(Pairing.mentor_member_id == me, Pairing.mentee_member_id == me)
    return (
        select(
            *(Pairing.id, Pairing.programme_id),
            *(Pairing.mentor_member_id, Pairing.mentee_member_id),
            *(Pairing.mentor_enrolment_id, Pairing.mentee_enrolment_id),
            *(Pairing.state, Pairing.since, Pairing.planned_days, Pairing.rhythm_days),
            *(Pairing.first_met_on, Pairing.paused_until, Pairing.closed_on),
            *(mentor.name, mentor.pronouns),
            *(mentee.name, mentee.pronouns, mentee.zone),
            *(Programme.zone, Programme.emergency_phone, Programme.crisis_line),
            *(contact.name, stand_in.name),
        )
        .join(Programme, Programme.id == Pairing.programme_id)
        .join(mentor, mentor.id == Pairing.mentor_member_id)
        .join(mentee, mentee.id == Pairing.mentee_member_id)
        .join(contact, contact.id == Programme.contact_id)
        .outerjoin(stand_in, stand_in.id == Programme.stand_in_id)
        .where(Pairing.id == pairing_id, theirs)
    )
