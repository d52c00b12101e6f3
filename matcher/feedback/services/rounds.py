"""The regular round: plans the next check-in of each side, opens, reminds and closes."""

from sqlalchemy.orm import Session

from matcher.feedback.calendar import Slot
from matcher.feedback.estimates import estimates
from matcher.feedback.history import last_asked, missed, pulses_of
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.queries.usual import find_usual
from matcher.feedback.questions import keys, tips_to_ask
from matcher.feedback.raising import raised
from matcher.feedback.rotation import whose_turn
from matcher.feedback.services.advising import reveal, reveals_now
from matcher.feedback.services.fitting import ask_whether_it_fits, asks_again, fits_again
from matcher.feedback.services.letters import invite, remind
from matcher.feedback.services.nudging import one_line
from matcher.feedback.services.round import Round
from matcher.feedback.services.signals import Cause, raise_signals, strict_codes
from matcher.feedback.triggers import Moment
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing, PairingState


def is_due(here: Round) -> bool:
    """Tell whether this pairing needs its round now: most need none most of the time."""
    sides = any(
        not here.is_planned_right(side) or here.opens_now(side) or fits_again(here, side)
        for side in Side
    )
    return sides or any(
        here.is_over(each) or here.reminder(each) or reveals_now(each, now=here.now)
        for each in here.check_ins
    )


def tend(db: Session, here: Round) -> None:
    """Do what is due for one pairing. Doing it twice changes nothing."""
    for check_in in here.check_ins:
        if here.is_over(check_in):
            _close(db, here, check_in)
        elif days := here.reminder(check_in):
            remind(db, check_in, days, now=here.now)
    reveal(db, [c for c in here.check_ins if reveals_now(c, now=here.now)], now=here.now)
    for side in Side:
        _plan(db, here, side)
        if earlier := fits_again(here, side):
            ask_whether_it_fits(db, here, earlier)


def _plan(db: Session, here: Round, side: Side) -> None:
    slot, planned, opens = here.slot(side), here.planned(side), here.opens_now(side)
    if planned and not here.is_planned_right(side):
        db.delete(planned)
        db.flush()
        planned = None
    if slot is None:
        return
    if planned is None:
        planned = _row(here.pairing, side, slot)
        db.add(planned)
    if opens:
        _open(db, here, planned, slot)


def _row(pairing: Pairing, side: Side, slot: Slot) -> CheckIn:
    return CheckIn(
        pairing=pairing,
        member=pairing.member_on(side),
        side=side,
        period=slot.period,
        kind=slot.kind,
        opens_on=slot.opens_on,
        closes_on=slot.closes_on(slot.opens_on),
    )


def _open(db: Session, here: Round, check_in: CheckIn, slot: Slot) -> None:
    """Fix the questions, from this person's own earlier answers only, and ask them."""
    before = [each for each in here.of(check_in.side) if each.opened_at]
    again = asks_again(here, check_in.side) is not None
    is_first = check_in.kind == CheckInKind.PULSE and (not before or again)
    answered = [each for p in pulses_of(check_in.side, before) for each in p.answered()]
    tips = whose_turn(
        estimates(
            answered,
            today=here.today,
            usual=find_usual(db, here.pairing, check_in.side, today=here.today),
        ),
        last_asked(before),
        number=tips_to_ask(is_first=is_first),
    )
    check_in.asked = keys(check_in.kind, check_in.side, tips, is_first=is_first)
    check_in.state = CheckInState.OPEN
    check_in.opened_at = here.now
    check_in.opens_on = here.today
    check_in.closes_on = slot.closes_on(here.today)
    db.flush()
    invite(db, check_in, now=here.now)


def _close(db: Session, here: Round, check_in: CheckIn) -> None:
    """Close a window without an answer. That is no debt; only a coordinator may notice."""
    check_in.state = CheckInState.CLOSED
    if here.pairing.state in {PairingState.PAUSED, PairingState.CLOSED}:
        return
    if check_in.kind == CheckInKind.FIT:
        return
    regular = [each for each in here.check_ins if each.kind != CheckInKind.FIT]
    known = missed(check_in.side, regular, until=check_in)
    member = None if known.both_missed else check_in.member
    cause = Cause(id=check_in.id, pairing=here.pairing, member=member)
    strict = strict_codes(db, here.pairing.programme_id)
    if raised(known, Moment.CLOSED):
        for each in [member] if member else [here.pairing.mentee, here.pairing.mentor]:
            one_line(db, check_in, each, now=here.now)
    raise_signals(db, raised(known, Moment.CLOSED, strict), cause, now=here.now)
