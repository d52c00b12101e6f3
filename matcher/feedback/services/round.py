"""The round of one pairing: its check-ins, and what of them is due now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.feedback.calendar import (
    Slot,
    follow_up_slot,
    is_day,
    local_day,
    next_slot,
    reminder_due,
    slots,
)
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
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
        """Return the regular check-ins of one side, the newest first."""
        return [each for each in self.all_of(side) if each.kind != CheckInKind.FIT]

    def all_of(self, side: Side) -> list[CheckIn]:
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
        busy = any(each.state == CheckInState.OPEN for each in self.all_of(side))
        return bool(slot and slot.opens_on <= self.today and self.may_ask and not busy)

    def reminder(self, check_in: CheckIn) -> int | None:
        if check_in.state != CheckInState.OPEN or not (self.may_ask and check_in.member.email):
            return None
        if check_in.kind == CheckInKind.FIT:
            return None
        days = reminder_due(opened_on=check_in.opens_on, today=self.today)
        return days if days and (check_in.id, days) not in self.reminded else None
