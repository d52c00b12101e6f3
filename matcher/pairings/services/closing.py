"""Coming to an end: a day that both know, words for each other, and a goodbye."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.pairings.models import MeetingState, Pairing, PairingState
from matcher.pairings.models.closing import Closing, Farewell
from matcher.pairings.queries import list_meetings
from matcher.pairings.queries.closing import Ending, find_ending
from matcher.pairings.revealing import are_revealed, last_meeting
from matcher.pairings.services.closing_letters import tell_of_end_day, tell_of_words
from matcher.pairings.services.ending import CloseReason, begin_closing, close_pairing
from matcher.pairings.services.states import refuse_closed
from matcher.pairings.times import local_day

AHEAD = timedelta(weeks=4)
GRACE = timedelta(days=14)
OPEN = {MeetingState.PROPOSED, MeetingState.PLANNED}
SHORTEST_DAYS, LONGEST_DAYS = 14, 1096
# A pairing that is shorter than this cannot know its last day four weeks ahead.
SHORT_DAYS = 56
NOT_YET = {PairingState.BEGINNING, PairingState.ACTIVE}


@dataclass(frozen=True, slots=True)
class Words:
    """One moment, one strength, one piece of advice."""

    moment: str
    strength: str
    advice: str


@dataclass(frozen=True, slots=True)
class Why:
    """What the partner is told about another end than planned: a reason, or “the coordinator”."""

    reason: str = ""
    coordinator_tells: bool = False


def begin_on_time(db: Session, pairing: Pairing, *, now: datetime) -> Closing | None:
    """Let both know, four weeks ahead, that the planned time comes to its end.

    Where that is told late, after a pause for instance, they get the four weeks all the same.
    """
    today = local_day(now, pairing.programme.zone)
    closing = find_ending(db, pairing).closing
    if today < pairing.planned_end - AHEAD:
        return None
    if closing is None:
        is_short = pairing.planned_days < SHORT_DAYS
        notice = timedelta(days=SHORTEST_DAYS) if is_short else AHEAD
        ends_on = max(pairing.planned_end, today + notice)
        closing = _begin(db, pairing, ends_on, by=None, now=now)
        tell_of_end_day(db, closing, by=None, now=now)
    if pairing.state in NOT_YET:
        begin_closing(db, pairing, by=None, now=now)
    return closing


def end_on_time(db: Session, pairing: Pairing, *, now: datetime) -> None:
    """Begin the end when it is near, and finish two weeks after it where nobody did."""
    if not pairing.is_open or pairing.state == PairingState.PAUSED:
        return
    closing = begin_on_time(db, pairing, now=now)
    today = local_day(now, pairing.programme.zone)
    ahead = any(each.starts_at > now and each.state in OPEN for each in list_meetings(db, pairing))
    if closing and today >= closing.ends_on + GRACE and not ahead:
        say_goodbye(db, pairing, by=None, now=now)


def choose_end(  # noqa: PLR0913  # which day, what is said about it, by whom
    db: Session, pairing: Pairing, ends_on: date, why: Why, *, by: Member, now: datetime
) -> Closing:
    """Choose another end than planned, at least four weeks ahead, and tell the partner."""
    refuse_closed(pairing)
    today = local_day(now, pairing.programme.zone)
    if not today + AHEAD <= ends_on <= today + timedelta(days=LONGEST_DAYS):
        raise RuleBroken(N_("Choose a day at least four weeks ahead, so that you can say goodbye."))
    if ends_on < pairing.planned_end and not (why.reason or why.coordinator_tells):
        raise RuleBroken(
            N_("Say why in a sentence, or let the coordinator tell it. It helps the other one.")
        )
    closing = _begin(db, pairing, ends_on, by=by, now=now)
    closing.reason, closing.coordinator_tells = why.reason or None, why.coordinator_tells
    if today + AHEAD == ends_on and pairing.state in NOT_YET:
        begin_closing(db, pairing, by=by, now=now)
    tell_of_end_day(db, closing, by=by, now=now)
    return closing


def write_words(
    db: Session, pairing: Pairing, words: Words, *, by: Member, now: datetime
) -> Farewell:
    """Keep somebody's words of parting. Once they were shown together, they stay as they are."""
    ending = find_ending(db, pairing)
    if ending.closing is None:
        raise RuleBroken(N_("Agree first on which day you finish."))
    mine = ending.of(by.id)
    if mine and mine.written_at and is_revealed(db, pairing, ending, now=now):
        raise RuleBroken(N_("You have both read these words. They stay as they are."))
    mine = mine or farewell_of(db, pairing, by)
    mine.words = asdict(words)
    mine.written_at = now
    if any(each.written_at and each is not mine for each in ending.farewells):
        tell_of_words(db, ending.closing, by=by, now=now)
    return mine


def say_goodbye(db: Session, pairing: Pairing, *, by: Member | None, now: datetime) -> None:
    """Finish, once the last meeting was held or the day has come."""
    ending = find_ending(db, pairing)
    if not (ending.closing and may_finish(db, pairing, ending.closing, now=now)):
        raise RuleBroken(N_("You finish after your last meeting, or on the day you agreed."))
    close_pairing(db, pairing, CloseReason.COMPLETED, by=by, now=now)


def may_finish(db: Session, pairing: Pairing, closing: Closing, *, now: datetime) -> bool:
    zone = pairing.programme.zone
    last = last_meeting(closing.ends_on, list_meetings(db, pairing), zone=zone)
    has_met = last is not None and last.starts_at <= now
    return has_met or local_day(now, zone) >= closing.ends_on


def is_revealed(db: Session, pairing: Pairing, ending: Ending, *, now: datetime) -> bool:
    if ending.closing is None:
        return False
    zone = pairing.programme.zone
    last = last_meeting(ending.closing.ends_on, list_meetings(db, pairing), zone=zone)
    return are_revealed(ending.closing, ending.farewells, last, now=now)


def farewell_of(db: Session, pairing: Pairing, member: Member) -> Farewell:
    """Return one person's part of the closing, new where there is none."""
    found = find_ending(db, pairing).of(member.id)
    if found is None:
        found = Farewell(pairing=pairing, member_id=member.id)
        db.add(found)
        db.flush()
    return found


def _begin(
    db: Session, pairing: Pairing, ends_on: date, *, by: Member | None, now: datetime
) -> Closing:
    closing = find_ending(db, pairing).closing
    if closing is None:
        closing = Closing(pairing=pairing, begun_at=now, ends_on=ends_on)
        db.add(closing)
    closing.ends_on, closing.asked_by_id = ends_on, by.id if by else None
    began = pairing.first_met_on or pairing.since
    pairing.planned_days = (ends_on - began).days  # stages and check-ins follow
    db.flush()
    return closing
