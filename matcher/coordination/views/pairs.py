"""What a coordinator is shown of pairings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from matcher.coordination.queries import Bond
from matcher.feedback.wellness import BAND_WORDS
from matcher.foundation.words import N_
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState

PAIRINGS = {
    PairingState.BEGINNING: N_("Have not met yet"),
    PairingState.ACTIVE: N_("Under way"),
    PairingState.PAUSED: N_("Paused"),
    PairingState.CLOSING: N_("Coming to an end"),
    PairingState.CLOSED: N_("Closed"),
}
# The parts of the list, by the word in the address.
PAIR_PARTS = {
    "now": N_("Now"),
    "mine": N_("Those I look after"),
    **{str(state): words for state, words in PAIRINGS.items()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLine:
    """The band with its two reasons. There is no place for the number."""

    band: str
    words: str  # marked sentences
    reasons: tuple[str, ...]
    is_unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """One pairing in the list."""

    id: UUID
    mentee: str
    mentor: str
    since: date
    state_words: str
    last_met: date | None
    next_check_in: date | None
    signals: int
    health: HealthLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairForCoordinator:
    id: UUID
    programme_id: UUID
    mentee: Person
    mentor: Person
    since: date
    state: PairingState
    state_words: str
    rhythm_days: int
    ends_on: date
    first_met: date | None
    last_met: date | None
    paused_until: date | None
    closed_on: date | None
    note: str
    mentee_enrolment_id: UUID
    mentor_enrolment_id: UUID


def pair_lines(bonds: Sequence[Bond]) -> tuple[PairLine, ...]:
    return tuple(
        PairLine(
            id=bond.id,
            mentee=bond.mentee,
            mentor=bond.mentor,
            since=bond.since,
            state_words=PAIRINGS[bond.state],
            last_met=bond.last_met_on,
            next_check_in=bond.next_check_in,
            signals=bond.signals,
            health=_health(bond) if bond.state != PairingState.CLOSED else None,
        )
        for bond in bonds
    )


def days_of(lines: Sequence[PairLine]) -> set[date]:
    """List the days that stand in a list: many of its lines have the same."""
    every = {day for line in lines for day in (line.since, line.last_met, line.next_check_in)}
    return {day for day in every if day}


def _health(bond: Bond) -> HealthLine | None:
    if bond.band is None:
        return None
    return HealthLine(
        band=str(bond.band),
        words=BAND_WORDS[bond.band],
        reasons=tuple(bond.reasons or ()),
        is_unsure=bool(bond.is_unsure),
    )


def pair_for_coordinator(pairing: Pairing) -> PairForCoordinator:
    people = (pairing.mentee, pairing.mentor)
    mentee, mentor = (Person(name=m.name, email=m.email, phone=m.phone) for m in people)
    return PairForCoordinator(
        id=pairing.id,
        programme_id=pairing.programme_id,
        mentee=mentee,
        mentor=mentor,
        since=pairing.since,
        state=pairing.state,
        state_words=PAIRINGS[pairing.state],
        rhythm_days=pairing.rhythm_days,
        ends_on=_end(pairing),
        first_met=pairing.first_met_on,
        last_met=pairing.last_met_on,
        paused_until=pairing.paused_until,
        closed_on=pairing.closed_on,
        note=pairing.note or "",
        mentee_enrolment_id=pairing.mentee_enrolment_id,
        mentor_enrolment_id=pairing.mentor_enrolment_id,
    )


def _end(pairing: Pairing) -> date:
    """The planned last day: counted from the first meeting, or else from the beginning."""
    return (pairing.first_met_on or pairing.since) + timedelta(days=pairing.planned_days)


MEETINGS = {
    MeetingState.PROPOSED: N_("proposed"),
    MeetingState.PLANNED: N_("planned"),
    MeetingState.HELD: N_("held"),
    MeetingState.CANCELLED: N_("called off"),
    MeetingState.MISSED: N_("one of the two did not come"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    starts_at: datetime
    state_words: str


def meeting_lines(meetings: Sequence[Meeting]) -> tuple[MeetingLine, ...]:
    """When they met, and nothing else of it."""
    return tuple(
        MeetingLine(starts_at=each.starts_at, state_words=MEETINGS[each.state]) for each in meetings
    )
