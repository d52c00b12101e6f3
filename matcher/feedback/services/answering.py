"""A check-in is answered, and what it raises is raised at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.calendar import local_day
from matcher.feedback.history import known_of
from matcher.feedback.models import (
    CheckIn,
    CheckInKind,
    CheckInState,
    ConcernAbout,
    Escalation,
    Signal,
)
from matcher.feedback.queries.check_ins import list_check_ins
from matcher.feedback.queries.usual import find_all_usual
from matcher.feedback.raising import raised
from matcher.feedback.services.advising import reveal_when_both_answered
from matcher.feedback.services.health import reckon
from matcher.feedback.services.lending import with_leave
from matcher.feedback.services.letters import something_to_read
from matcher.feedback.services.listeners import listener
from matcher.feedback.services.ruptures import notice
from matcher.feedback.services.signals import Cause, raise_signals, strict_codes
from matcher.feedback.triggers import Moment
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.guidance.tips import Side, Tip
from matcher.members.models import Member
from matcher.messages.letters import Link
from matcher.pairings.models import Pairing, PairingState

ANSWERED = N_("You have answered already. To see or change your answers, please sign in.")
CLOSED = N_("This check-in has closed. There will be another one.")
OF_BOTH = {"W6"}


@dataclass(frozen=True, slots=True)
class Entered:
    """A coordinator wrote the answers down for somebody, and why."""

    by: Member
    why: str


def answer_by_link(
    db: Session, check_in: CheckIn, given: Mapping[str, Any], *, now: datetime
) -> None:
    """Answer through a mailed link: once. A link never shows nor changes what was answered."""
    if check_in.state == CheckInState.ANSWERED:
        raise RuleBroken(ANSWERED)
    answer_check_in(db, check_in, given, now=now)


def answer_check_in(
    db: Session,
    check_in: CheckIn,
    given: Mapping[str, Any],
    *,
    now: datetime,
    entered: Entered | None = None,
) -> None:
    """Keep the answers, while the window is open, and raise the signals that follow from them."""
    if not is_open(check_in, now=now):
        raise RuleBroken(CLOSED)
    if entered and check_in.state == CheckInState.ANSWERED:
        raise RuleBroken(N_("%(name)s has answered already."), name=check_in.member.name)
    check_in.answers = with_leave(db, check_in, given, now=now)
    check_in.state = CheckInState.ANSWERED
    check_in.answered_at = now
    if entered:
        _mark(db, check_in, entered, now=now)
    db.flush()  # fails if somebody else has answered meanwhile
    if check_in.kind == CheckInKind.FIT:
        check_in.revealed_at = now  # there is no advice in it
        _signal(db, check_in, [check_in], {}, now=now)
        return
    every = list_check_ins(db, [check_in.pairing_id])
    reveal_when_both_answered(db, check_in, every, now=now)
    if check_in.kind != CheckInKind.FOLLOW_UP:
        today = local_day(now, check_in.pairing.programme.zone)
        usual = find_all_usual(db, check_in.pairing, today=today)
        _signal(db, check_in, every, usual[check_in.side], now=now)
        reckon(db, check_in.pairing, every, usual, now=now)


def is_open(check_in: CheckIn, *, now: datetime) -> bool:
    """Tell whether answers can be given or changed now."""
    pairing = check_in.pairing
    today = local_day(now, pairing.programme.zone)
    has_opened = check_in.state in {CheckInState.OPEN, CheckInState.ANSWERED}
    goes_on = pairing.state != PairingState.CLOSED or check_in.kind == CheckInKind.FOLLOW_UP
    return has_opened and today < check_in.closes_on and goes_on


def _mark(db: Session, check_in: CheckIn, entered: Entered, *, now: datetime) -> None:
    check_in.entered_by_id = entered.by.id
    check_in.entered_why = entered.why
    programme_id = check_in.pairing.programme_id
    note(
        db,
        "check_in.entered",
        check_in,
        by=entered.by,
        at=now,
        programme_id=programme_id,
        on_behalf_of=str(check_in.member.audit_key),
    )


def _signal(
    db: Session,
    check_in: CheckIn,
    every: Sequence[CheckIn],
    usual: Mapping[Tip, float],
    *,
    now: datetime,
) -> None:
    known = known_of(check_in.side, every, until=check_in, usual=usual)
    if check_in.kind != CheckInKind.FIT:
        notice(db, check_in, raised(known, Moment.ANSWER), known, now=now)
    strict = strict_codes(db, check_in.pairing.programme_id)
    signals = raised(known, Moment.ANSWER, strict)
    own = Cause(id=check_in.id, pairing=check_in.pairing, member=check_in.member)
    new = raise_signals(db, [s for s in signals if s.code not in OF_BOTH], own, now=now)
    both = Cause(id=_of_mentee(check_in, every).id, pairing=check_in.pairing)
    raise_signals(db, [s for s in signals if s.code in OF_BOTH], both, now=now)
    for signal in new:
        if signal.code == "W0":
            _call_in(db, signal, check_in, now=now)


def _of_mentee(check_in: CheckIn, every: Sequence[CheckIn]) -> CheckIn:
    """Let both sides of one period name the same cause, so that it is raised once."""
    same = (c for c in every if (c.kind, c.period) == (check_in.kind, check_in.period))
    return next((each for each in same if each.side == Side.MENTEE), check_in)


def _call_in(db: Session, signal: Signal, check_in: CheckIn, *, now: datetime) -> None:
    pairing = check_in.pairing
    two = {pairing.mentor, pairing.mentee}
    today = local_day(now, pairing.programme.zone)
    to = listener(db, pairing.programme, ConcernAbout.ELSE, not_to=two, today=today)
    if to is None:
        return  # it stands on the work list of the other coordinators
    signal.for_id = to.id
    db.flush()
    something_to_read(
        db, to, _where(db, signal, pairing, to, now=now), subject_id=signal.id, now=now
    )


def _where(db: Session, signal: Signal, pairing: Pairing, to: Member, *, now: datetime) -> Link:
    """Lead a coordinator to the work list; anybody else to a page of their own."""
    if pairing.programme_id in to.coordinates:
        values = {"programme_id": str(pairing.programme_id)}
        text = sentence(N_("To the work list"))
        return Link(text=text, endpoint="coordination.today", values=values)
    db.add(Escalation(signal_id=signal.id, to_id=to.id, at=now, by_id=to.id))
    values = {"signal_id": str(signal.id)}
    text = sentence(N_("To what waits for you"))
    return Link(text=text, endpoint="feedback.passed_on", values=values)
