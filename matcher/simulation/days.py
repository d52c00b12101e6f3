"""One day after another: answers, meetings, check-ins, quarrels, what the clock brings."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.coordination.models import Band
from matcher.coordination.models import Outcome as TalkOutcome
from matcher.coordination.services.caring import Deed, Talk, keep_talk
from matcher.coordination.services.parting import Ground, rematch
from matcher.feedback.models import CheckIn, CheckInState, Signal
from matcher.feedback.services import answer_check_in
from matcher.feedback.services.signals import settle_signal
from matcher.foundation.errors import RuleBroken
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import Meeting, Pairing, PairingState
from matcher.pairings.services.meetings import (
    Outcome,
    Plan,
    agree_to_meeting,
    log_meeting,
    propose_meeting,
)
from matcher.proposals.models import Answer, Proposal, ProposalState
from matcher.proposals.services.answers import Reply, answer_proposal
from matcher.simulation.world import ZONE, World
from matcher.work import SCHEDULE

TOLD = "Gebeld met beiden. Ze spreken weer af."
# Of the quarrels that a coordinator talks about, so many end; most alerts were of use.
PARTED, USEFUL = 0.4, 0.8


def live(world: World, day: int) -> None:
    """Let one day pass, in the order in which it would."""
    morning = world.at(day, 8)
    for task in SCHEDULE:
        task.does(world.work(morning))
    for proposal_id in world.ids(Proposal, Proposal.state == ProposalState.OFFERED):
        _answer(world, proposal_id, day)
    _find_new_pairs(world, day)
    for pairing_id in sorted(world.agenda.pop(world.at(day).date(), ())):
        _meet(world, pairing_id, day)
    for check_in_id in world.ids(CheckIn, CheckIn.state == CheckInState.OPEN):
        _say_how_it_goes(world, check_in_id, day)
    due = (Signal.handled_at.is_(None), Signal.deadline <= morning.date() + timedelta(days=1))
    for signal_id in world.ids(Signal, *due):
        _look_after(world, signal_id, day)


def _answer(world: World, proposal_id: UUID, day: int) -> None:
    for side in Side:
        if not world.temper.answers_today():
            continue
        yes = world.temper.says_yes()
        if yes is None:
            continue
        with suppress(RuleBroken), world.doors.writing() as db:
            proposal = db.get_one(Proposal, proposal_id)
            if proposal.answer_of(side) != Answer.PENDING:
                continue
            answer, reason = (Answer.YES, None) if yes else (Answer.NO, "time")
            reply = Reply(side=side, answer=answer, reason=reason)
            member = proposal.enrolment_on(side).member
            answer_proposal(db, proposal, reply, by=member, now=world.at(day, 19))


def _find_new_pairs(world: World, day: int) -> None:
    """Whoever has just said yes to each other meets within days."""
    for pairing_id in world.ids(Pairing, Pairing.state == PairingState.BEGINNING):
        if pairing_id not in world.temper.characters:
            world.temper.character(pairing_id)
            world.note(world.at(day + world.temper.dice.randint(1, 6)).date(), pairing_id)


def _meet(world: World, pairing_id: UUID, day: int) -> None:
    """Log the meeting of this day, and plan the next; or plan the first."""
    with suppress(RuleBroken), world.doors.writing() as db:
        pairing = db.get_one(Pairing, pairing_id)
        if not pairing.is_open:
            return
        planned = world.meeting.pop(pairing_id, None)
        if planned:
            outcome = Outcome.HELD if world.temper.comes() else Outcome.PARTNER_DID_NOT_COME
            meeting = db.get_one(Meeting, planned)
            log_meeting(db, meeting, outcome, by=pairing.mentor, now=world.at(day, 22))
            world.temper.held[pairing_id] = world.temper.held.get(pairing_id, 0) + 1
        _plan(world, db, pairing, day)


def _plan(world: World, db: Session, pairing: Pairing, day: int) -> None:
    today = world.at(day).date()
    if pairing.state == PairingState.PAUSED:
        world.note(today + timedelta(days=7), pairing.id)
        return
    when = world.temper.next_day(pairing.id, today, pairing.rhythm_days)
    if when is None:
        return
    plan = Plan(starts_at=_evening(when), minutes=60, online=False, where="Bibliotheek")
    now = world.at(day, 22) + timedelta(minutes=10)
    meeting = propose_meeting(db, pairing, plan, by=pairing.mentee, now=now)
    db.flush()
    agree_to_meeting(db, meeting, by=pairing.mentor, now=now + timedelta(minutes=10))
    world.meeting[pairing.id] = meeting.id
    world.note(when, pairing.id)


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(19, 30), ZONE)


def _say_how_it_goes(world: World, check_in_id: UUID, day: int) -> None:
    if not world.temper.answers_today():
        return
    with suppress(RuleBroken), world.doors.writing() as db:
        check_in = db.get_one(CheckIn, check_in_id)
        if not world.temper.is_silent(check_in.pairing_id):
            given = world.temper.answers(check_in)
            answer_check_in(db, check_in, given, now=world.at(day, 20))


def _look_after(world: World, signal_id: UUID, day: int) -> None:
    """A coordinator talks with them, and settles it; some of those who quarrel part."""
    now = world.at(day, 15)
    with suppress(RuleBroken), world.doors.writing() as db:
        signal, by = db.get_one(Signal, signal_id), db.get_one(Member, world.coordinator_id)
        useful = world.temper.dice.random() < USEFUL
        if signal.pairing_id and world.temper.quarrels(signal.pairing_id):
            _talk(world, db, signal, by, now)
        settle_signal(db, signal, by=by, was_useful=useful, told=TOLD, now=now)


def _talk(world: World, db: Session, signal: Signal, by: Member, now: datetime) -> None:
    pairing = db.scalars(select(Pairing).where(Pairing.id == signal.pairing_id)).one()
    if not pairing.is_open:
        return
    deed = Deed(pairing=pairing, by=by, now=now, signal_id=signal.id)
    parts = world.temper.dice.random() < PARTED
    talk = Talk(with_id=None, band=Band.TEN, outcome=TalkOutcome.AGREED, note=TOLD)
    keep_talk(db, deed, talk)
    if parts:
        rematch(db, deed, Ground.TRIED, reviewed=True)
