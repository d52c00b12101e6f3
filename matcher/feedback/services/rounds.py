"""The regular round: plans the next check-in of each side, opens, reminds and closes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.calendar import (
    Slot,
    follow_up_slot,
    is_day,
    local_day,
    next_slot,
    reminder_due,
    slots,
)
from matcher.feedback.estimates import estimates
from matcher.feedback.history import last_asked, missed, pulses_of
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.queries.usual import find_usual
from matcher.feedback.questions import keys, tips_to_ask
from matcher.feedback.raising import raised
from matcher.feedback.rotation import whose_turn
from matcher.feedback.services.advising import reveal, reveals_now
from matcher.feedback.services.letters import invite, remind
from matcher.feedback.services.nudging import one_line
from matcher.feedback.services.signals import Cause, raise_signals, strict_codes
from matcher.feedback.triggers import Moment
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing, PairingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One pairing, its check-ins with the newest first, and which reminders were sent."""

    pairing: Pairing
    check_ins: Sequence[CheckIn]
    reminded: Collection[tuple[UUID, int]]
    now: datetime

    @property
    def today(self) -> date:
        return local_day(self.now, self.pairing.programme.zone)

    @property
    def may_ask(self) -> bool:
        # After the end, only those are asked who agreed to it.
        return self.pairing.state != PairingState.PAUSED and is_day(
            self.now, self.pairing.programme.zone
        )

    def of(self, side: Side) -> list[CheckIn]:
        return [each for each in self.check_ins if each.side == side]

    def planned(self, side: Side) -> CheckIn | None:
        mine = (each for each in self.of(side) if each.state == CheckInState.PLANNED)
        return next(mine, None)

    def slot(self, side: Side) -> Slot | None:
        """Return the next check-in of one side as it should be planned now."""
        pairing = self.pairing
        asked = [each for each in self.of(side) if each.state != CheckInState.PLANNED]
        if pairing.state == PairingState.CLOSED:
            return self._follow_up(asked)
        if pairing.first_met_on is None:
            return None
        return next_slot(
            slots(
                first_met_on=pairing.first_met_on,
                planned_days=pairing.planned_days,
                cadence_weeks=pairing.programme.cadence_weeks,
            ),
            today=self.today,
            taken={(each.kind, each.period) for each in asked},
            busy_until=max((each.closes_on for each in asked), default=None),
        )

    def _follow_up(self, asked: Sequence[CheckIn]) -> Slot | None:
        """Look back three months later, with whoever agreed to that in the closing check-in."""
        kinds = {each.kind: each for each in asked}
        closing = kinds.get(CheckInKind.CLOSING)
        agreed = closing is not None and (closing.answers or {}).get("follow_up") == "yes"
        if not agreed or CheckInKind.FOLLOW_UP in kinds or self.pairing.closed_on is None:
            return None
        slot = follow_up_slot(self.pairing.closed_on)
        return slot if slot.is_worth_opening(self.today) else None

    def is_over(self, check_in: CheckIn) -> bool:
        closed = self.pairing.state == PairingState.CLOSED
        cut_short = closed and check_in.kind != CheckInKind.FOLLOW_UP
        ended = self.today >= check_in.closes_on or cut_short
        return check_in.state == CheckInState.OPEN and ended

    def is_planned_right(self, side: Side) -> bool:
        planned, slot = self.planned(side), self.slot(side)
        if planned is None or slot is None:
            return planned is None and slot is None
        same = (planned.kind, planned.period) == (slot.kind, slot.period)
        return same and planned.opens_on == slot.opens_on

    def opens_now(self, side: Side) -> bool:
        slot = self.slot(side)
        busy = any(each.state == CheckInState.OPEN for each in self.of(side))
        return bool(slot and slot.opens_on <= self.today and self.may_ask and not busy)

    def reminder(self, check_in: CheckIn) -> int | None:
        if check_in.state != CheckInState.OPEN or not (self.may_ask and check_in.member.email):
            return None
        days = reminder_due(opened_on=check_in.opens_on, today=self.today)
        return days if days and (check_in.id, days) not in self.reminded else None


def is_due(here: Round) -> bool:
    """Tell whether this pairing needs its round now: most need none most of the time."""
    return any(not here.is_planned_right(side) or here.opens_now(side) for side in Side) or any(
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
    is_first = check_in.kind == CheckInKind.PULSE and (not before or _asks_again(here, before))
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


def _asks_again(here: Round, newest_first: Sequence[CheckIn]) -> bool:
    """Whether somebody did not know yet if it fits, and has met since: then it is asked anew."""
    said = next((p for p in pulses_of(newest_first[0].side, newest_first) if p.fit), None)
    met = here.pairing.last_met_on
    return said is not None and said.fit == "unsure" and met is not None and met > said.on


def _close(db: Session, here: Round, check_in: CheckIn) -> None:
    """Close a window without an answer. That is no debt; only a coordinator may notice."""
    check_in.state = CheckInState.CLOSED
    if here.pairing.state in {PairingState.PAUSED, PairingState.CLOSED}:
        return
    known = missed(check_in.side, here.check_ins, until=check_in)
    member = None if known.both_missed else check_in.member
    cause = Cause(id=check_in.id, pairing=here.pairing, member=member)
    strict = strict_codes(db, here.pairing.programme_id)
    if raised(known, Moment.CLOSED):
        for each in [member] if member else [here.pairing.mentee, here.pairing.mentor]:
            one_line(db, check_in, each, now=here.now)
    raise_signals(db, raised(known, Moment.CLOSED, strict), cause, now=here.now)
