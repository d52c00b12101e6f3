"""Meetings: proposed by one, agreed by the other, and noted afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from matcher.pairings.queries import list_meetings
from matcher.pairings.services.cards import show_cards
from matcher.pairings.services.letters import (
    tell_of_cancelled,
    tell_of_planned,
    tell_of_proposed,
)
from matcher.pairings.services.states import move_pairing, refuse_closed
from matcher.pairings.times import local_day

_S = MeetingState
AHEAD = {_S.PROPOSED, _S.PLANNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When, for how long, and where or by which link."""

    starts_at: datetime
    minutes: int
    online: bool
    where: str
    others: tuple[datetime, ...] = ()  # moments that would suit as well


class Outcome(StrEnum):
    HELD = "held"
    CALLED_OFF = "called_off"
    I_COULD_NOT = "i_could_not"
    PARTNER_DID_NOT_COME = "partner_did_not_come"


def propose_meeting(
    db: Session, pairing: Pairing, plan: Plan, *, by: Member, now: datetime
) -> Meeting:
    """Propose a meeting to the other one. One at a time is in the making."""
    refuse_closed(pairing)
    _refuse_past(plan, now)
    if any(each.state in AHEAD for each in list_meetings(db, pairing)):
        raise RuleBroken(N_("There is a meeting ahead already. Change that one."))
    meeting = Meeting(
        pairing=pairing,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        proposed_by_id=by.id,
        online=plan.online,
        where=plan.where,
        state=MeetingState.PROPOSED,
    )
    meeting.others = [each.isoformat() for each in plan.others] or None
    db.add(meeting)
    db.flush()
    tell_of_proposed(db, meeting, by=by, now=now)
    return meeting


def change_meeting(db: Session, meeting: Meeting, plan: Plan, *, by: Member, now: datetime) -> None:
    """Propose another time or place for a meeting. The other one agrees anew."""
    _refuse_unless(meeting, AHEAD)
    _refuse_past(plan, now)
    meeting.starts_at, meeting.minutes = plan.starts_at, plan.minutes
    meeting.online, meeting.where = plan.online, plan.where
    meeting.others = [each.isoformat() for each in plan.others] or None
    meeting.proposed_by_id, meeting.state = by.id, MeetingState.PROPOSED
    meeting.sequence += 1
    db.flush()
    tell_of_proposed(db, meeting, by=by, now=now)


def agree_to_meeting(
    db: Session, meeting: Meeting, at: datetime | None = None, *, by: Member, now: datetime
) -> None:
    """Agree to what the other one proposed, at one of the moments on offer."""
    _refuse_unless(meeting, {MeetingState.PROPOSED})
    if meeting.proposed_by_id == by.id:
        raise RuleBroken(N_("You proposed this yourself: now the other one answers."))
    chosen = at or meeting.offered[0]
    if chosen not in meeting.offered or (at is None and meeting.others):
        raise RuleBroken(N_("Choose one of the times that were proposed."))
    if chosen <= now:
        raise RuleBroken(N_("That time is over. Propose another one."))
    meeting.starts_at, meeting.others = chosen, None
    meeting.state = MeetingState.PLANNED
    db.flush()
    tell_of_planned(db, meeting, now=now)


def cancel_meeting(db: Session, meeting: Meeting, *, by: Member, now: datetime) -> None:
    """Call a meeting off. It leaves the calendars too."""
    _refuse_unless(meeting, AHEAD)
    meeting.state = MeetingState.CANCELLED
    meeting.sequence += 1
    db.flush()
    tell_of_cancelled(db, meeting, by=by, now=now)


def log_meeting(
    db: Session, meeting: Meeting, outcome: Outcome, *, by: Member, now: datetime
) -> None:
    """Note whether a meeting was held, once its time has come."""
    _refuse_unless(meeting, AHEAD)
    if meeting.offered[-1] > now:
        raise RuleBroken(N_("This meeting is still to come."))
    meeting.logged_by_id = by.id
    if outcome == Outcome.HELD:
        _hold(db, meeting, by=by, now=now)
        return
    meeting.state = MeetingState.MISSED
    if outcome == Outcome.CALLED_OFF:
        meeting.state = MeetingState.CANCELLED
    elif outcome == Outcome.I_COULD_NOT:
        meeting.absent_id = by.id
    else:
        meeting.absent_id = _partner(meeting.pairing, by).id
    db.flush()


def log_unplanned(db: Session, pairing: Pairing, on: date, *, by: Member, now: datetime) -> Meeting:
    """Note a meeting that was held without being planned here."""
    refuse_closed(pairing)
    zone = pairing.programme.zone
    if on > local_day(now, zone) or on < pairing.since:
        raise RuleBroken(N_("Choose a day between the beginning of your pairing and today."))
    held = (each for each in list_meetings(db, pairing) if each.state == _S.HELD)
    if known := next((each for each in held if local_day(each.starts_at, zone) == on), None):
        return known  # both of them noted it, or one pressed twice
    noon = datetime.combine(on, time(12), ZoneInfo(zone))
    meeting = Meeting(
        pairing=pairing, starts_at=noon.astimezone(UTC), minutes=60, proposed_by_id=by.id
    )
    meeting.logged_by_id = by.id
    db.add(meeting)
    _hold(db, meeting, by=by, now=now)
    return meeting


def cancel_all_ahead(db: Session, pairing: Pairing, *, by: Member, now: datetime) -> None:
    ahead: Sequence[Meeting] = [
        each
        for each in list_meetings(db, pairing)
        if each.state in AHEAD and each.offered[-1] > now
    ]
    for meeting in ahead:
        cancel_meeting(db, meeting, by=by, now=now)


def _hold(db: Session, meeting: Meeting, *, by: Member, now: datetime) -> None:
    """Note that the two met. The first time, the pairing has begun in earnest."""
    pairing = meeting.pairing
    meeting.state = MeetingState.HELD
    day = local_day(meeting.starts_at, pairing.programme.zone)
    is_first = pairing.first_met_on is None
    pairing.first_met_on = min(pairing.first_met_on or day, day)
    pairing.last_met_on = max(pairing.last_met_on or day, day)
    if pairing.state == PairingState.BEGINNING:
        move_pairing(db, pairing, PairingState.ACTIVE, by=by, now=now, reason="met")
    note(db, "meeting.held", meeting, by=by, at=now, programme_id=pairing.programme_id)
    if is_first:
        show_cards(db, pairing, now=now)
    db.flush()


def _partner(pairing: Pairing, member: Member) -> Member:
    return pairing.mentor if member.id == pairing.mentee_member_id else pairing.mentee


def _refuse_unless(meeting: Meeting, states: set[MeetingState]) -> None:
    refuse_closed(meeting.pairing)
    if meeting.state not in states:
        raise RuleBroken(N_("This meeting is settled already."))


def _refuse_past(plan: Plan, now: datetime) -> None:
    if min((plan.starts_at, *plan.others)) <= now:
        raise RuleBroken(N_("That time is over. Choose one that is still to come."))
