"""The demo's days: people answer, meet and say how it goes, and Hanna looks after them."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.demo.finding import answer
from matcher.demo.story import ZONE, Story, hanna_of, ids, in_turn
from matcher.feedback.models import CheckIn, CheckInState, ConcernAbout, Signal
from matcher.feedback.queries.concerns import Way
from matcher.feedback.services import answer_check_in, send_concern
from matcher.feedback.services.concerns import Telling
from matcher.feedback.services.signals import settle_signal
from matcher.feedback.work import ask_how_it_goes, see_who_does_not_meet
from matcher.foundation.errors import RuleBroken
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from matcher.pairings.services.meetings import (
    Outcome,
    Plan,
    agree_to_meeting,
    log_meeting,
    propose_meeting,
)
from matcher.pairings.work import show_next_cards
from matcher.proposals.models import Proposal, ProposalState
from matcher.proposals.work.deadlines import expire_offers


def live(story: Story, day: int) -> None:
    """One day: answers, meetings, what the clock brings, check-ins."""
    for proposal_id in in_turn(story, Proposal, Proposal.state == ProposalState.OFFERED):
        answer(story, proposal_id, day)
    for pairing_id in in_turn(story, Pairing, Pairing.state != PairingState.CLOSED):
        _meet(story, pairing_id, day)
    morning = story.at(day, hour=8)
    expire_offers(story.work(morning))
    ask_how_it_goes(story.work(morning))
    if day % 7 == 0:
        see_who_does_not_meet(story.work(morning))
        show_next_cards(story.work(morning))
    _say_how_it_goes(story, day)


def _say_how_it_goes(story: Story, day: int) -> None:
    for check_in_id in in_turn(story, CheckIn, CheckIn.state == CheckInState.OPEN):
        if story.life.answers_today():
            with suppress(RuleBroken), story.doors.writing() as db:
                check_in = db.get_one(CheckIn, check_in_id)
                if story.life.is_silent(check_in.pairing_id):
                    continue
                given = story.life.answers(check_in)
                answer_check_in(db, check_in, given, now=story.at(day, hour=20))


def _meet(story: Story, pairing_id: UUID, day: int) -> None:
    """Plan the next meeting a few days ahead, and log it when its day has come."""
    today = story.at(day).date()
    with suppress(RuleBroken), story.doors.writing() as db:
        pairing = db.get_one(Pairing, pairing_id)
        planned = db.scalars(
            select(Meeting).where(
                Meeting.pairing_id == pairing_id,
                Meeting.state.in_((MeetingState.PROPOSED, MeetingState.PLANNED)),
            )
        ).first()
        if planned and planned.starts_at < story.at(day, hour=22):
            outcome = _outcome(story)
            log_meeting(db, planned, outcome, by=pairing.mentor, now=story.at(day, hour=22))
            story.held[pairing_id] = story.held.get(pairing_id, 0) + 1
            gap = story.life.days_between(pairing.rhythm_days)
            story.next_meeting[pairing_id] = today + timedelta(days=gap)
        elif planned is None and _wants_to_meet(story, pairing_id, today):
            _plan(story, db, pairing, day)


def _outcome(story: Story) -> Outcome:
    few = story.life.dice.random() < 0.06  # noqa: PLR2004  # few meetings do not happen
    return Outcome.PARTNER_DID_NOT_COME if few else Outcome.HELD


def _wants_to_meet(story: Story, pairing_id: UUID, today: date) -> bool:
    first = today + timedelta(days=story.life.dice.randint(3, 9))
    when = story.next_meeting.setdefault(pairing_id, first)
    so_far = story.held.get(pairing_id, 0)
    return when <= today + timedelta(days=4) and story.life.meets(pairing_id, so_far)


def _plan(story: Story, db: Session, pairing: Pairing, day: int) -> None:
    when = max(story.next_meeting[pairing.id], story.at(day + 2).date())
    starts = datetime.combine(when, time(19, 30), ZONE)
    online = not pairing.mentee_enrolment.place
    where = "https://meet.example.org/samen" if online else "Bibliotheek"
    plan = Plan(starts_at=starts, minutes=60, online=online, where=where)
    meeting = propose_meeting(db, pairing, plan, by=pairing.mentee, now=story.at(day))
    db.flush()
    agree_to_meeting(db, meeting, by=pairing.mentor, now=story.at(day, hour=12))


def look_after(story: Story, day: int) -> None:
    """Hanna has settled what was due before this day, and said whether it was of use."""
    now = story.at(day, hour=15)
    for signal_id in ids(story, Signal.id, Signal.deadline < now.date()):
        with story.doors.writing() as db:
            signal = db.get_one(Signal, signal_id)
            told = "Gebeld met beiden. Ze spreken weer af."
            useful = story.life.dice.random() < 0.8  # noqa: PLR2004  # most alerts are
            hanna = hanna_of(db, story)
            settle_signal(db, signal, by=hanna, was_useful=useful, told=told, now=now)


def tell_a_concern(story: Story, day: int) -> None:
    """One mentee tells Hanna something in confidence."""
    with story.doors.writing() as db:
        query = select(Pairing).where(Pairing.state == PairingState.ACTIVE).order_by(Pairing.id)
        pairing = next(p for p in db.scalars(query) if p.mentee.password_hash is None)
        text = "Mijn mentor belt soms heel laat. Ik vind het lastig om daar zelf over te beginnen."
        telling = Telling(
            about=ConcernAbout.PARTNER, text=text, reach_by="Liever bellen, na vijven"
        )
        way = Way(enrolment=pairing.mentee_enrolment, pairing=pairing)
        send_concern(db, way, telling, by=pairing.mentee, now=story.at(day, hour=21))
