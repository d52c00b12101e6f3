"""Asking once more whether a pairing feels right, after whoever did not know yet has met (W7)."""

from datetime import timedelta

from sqlalchemy.orm import Session

from matcher.feedback.calendar import OPEN_DAYS, WORTH_DAYS
from matcher.feedback.history import pulse_of
from matcher.feedback.known import Known
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState
from matcher.feedback.questions import keys
from matcher.feedback.raising import is_early
from matcher.feedback.services.letters import invite
from matcher.feedback.services.round import Round
from matcher.guidance.tips import Side


def asks_again(here: Round, side: Side) -> CheckIn | None:
    """Return where somebody did not know yet whether it fits, if they have met since."""
    answered = (each for each in here.all_of(side) if each.state == CheckInState.ANSWERED)
    said = next((each for each in answered if pulse_of(each).fit), None)
    if said is None or said.answered_at is None:
        return None
    pulse, met = pulse_of(said), here.pairing.last_met_on
    unsure = is_early("W7", Known(pulses=(pulse,)))
    return said if unsure and met is not None and met > pulse.on else None


def fits_again(here: Round, side: Side) -> CheckIn | None:
    """Return what to ask about now, by a question of its own: once, and beside no check-in.

    Where the next check-in opens within a week, it stands there: nobody is asked twice.
    """
    earlier, slot = asks_again(here, side), here.slot(side)
    if earlier is None or slot is None or not here.may_ask:
        return None
    if (slot.opens_on - here.today).days < WORTH_DAYS:
        return None
    busy = any(each.state == CheckInState.OPEN for each in here.all_of(side))
    was_asked = any(_is_about(each, earlier) for each in here.all_of(side))
    return None if busy or was_asked else earlier


def ask_whether_it_fits(db: Session, here: Round, earlier: CheckIn) -> CheckIn:
    slot = here.slot(earlier.side)
    closes_on = here.today + timedelta(days=OPEN_DAYS)
    check_in = CheckIn(
        pairing=here.pairing,
        member=earlier.member,
        side=earlier.side,
        period=earlier.period,
        kind=CheckInKind.FIT,
        opens_on=here.today,
        closes_on=min(closes_on, slot.opens_on) if slot else closes_on,
        state=CheckInState.OPEN,
        asked=keys(CheckInKind.FIT, earlier.side, (), is_first=False),
        opened_at=here.now,
    )
    db.add(check_in)
    db.flush()
    invite(db, check_in, now=here.now)
    return check_in


def _is_about(check_in: CheckIn, earlier: CheckIn) -> bool:
    """Tell whether this asked again, or is itself, what somebody did not know."""
    is_same = check_in.period == earlier.period
    return check_in.kind == CheckInKind.FIT and (is_same or check_in is earlier)
