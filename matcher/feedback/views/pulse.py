"""What somebody is shown of their own check-in. It has no place for the other side's answers."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from matcher.feedback.calendar import Slot, local_day, next_slot, slots
from matcher.feedback.models import CheckIn, CheckInKind, CheckInState, Leave
from matcher.feedback.questions import Question, question
from matcher.feedback.services.answering import is_open
from matcher.feedback.views.pulses import Line, line
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Whom somebody can turn to, at once."""

    contact: str
    phone: str
    emergency: str
    crisis_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PulsePage:
    """`questions` are what was asked; `partner` is a name and nothing more."""

    id: UUID
    pairing_id: UUID
    programme_id: UUID
    name: str
    partner: str
    side: str
    since: date
    closes_on: date
    is_open: bool
    is_answered: bool
    is_halfway: bool
    is_short: bool  # a question or two, without room for advice
    is_revealed: bool  # the advice of both has been opened: its words are fixed
    entered: bool
    questions: tuple[Question, ...]
    help: Help
    next_on: date | None
    lends: bool | None = None  # whether answers may choose tips for the mentor; None: not asked yet

    @property
    def may_lend(self) -> bool:
        return self.side == Side.MENTEE and not self.is_short

    @property
    def taps(self) -> int:
        return len(self.questions)


def pulse_page(
    check_in: CheckIn, language: Language, leave: Leave | None = None, *, now: datetime
) -> PulsePage:
    pairing = check_in.pairing
    return PulsePage(
        id=check_in.id,
        pairing_id=pairing.id,
        programme_id=pairing.programme_id,
        name=check_in.member.name.split(" ", maxsplit=1)[0],
        partner=pairing.member_on(check_in.side.other).name,
        side=check_in.side,
        since=_since(check_in),
        closes_on=check_in.closes_on,
        is_open=is_open(check_in, now=now),
        is_answered=check_in.state == CheckInState.ANSWERED,
        is_halfway=check_in.kind == CheckInKind.MIDPOINT,
        is_short=check_in.kind in {CheckInKind.FOLLOW_UP, CheckInKind.FIT},
        is_revealed=check_in.revealed_at is not None,
        entered=check_in.entered_by_id is not None,
        questions=tuple(question(key, check_in.side, language) for key in check_in.asked),
        help=help_in(pairing.programme),
        next_on=_next_on(check_in, now=now),
        lends=leave.allows if leave else None,
    )


def help_in(programme: Programme) -> Help:
    return Help(
        contact=programme.contact.name,
        phone=programme.contact_phone,
        emergency=programme.emergency_phone,
        crisis_line=programme.crisis_line,
    )


def _since(check_in: CheckIn) -> date:
    """The planned day of the check-in before, or the first meeting: it depends on no answer."""
    met = check_in.pairing.first_met_on or check_in.pairing.since
    if check_in.kind == CheckInKind.FOLLOW_UP:
        return check_in.pairing.closed_on or met
    earlier = [
        each.opens_on for each in _planned(check_in.pairing) if each.period < check_in.period
    ]
    return max(earlier, default=met)


def _next_on(check_in: CheckIn, *, now: datetime) -> date | None:
    pairing = check_in.pairing
    if not pairing.is_open:
        return None
    later = [each for each in _planned(pairing) if each.period > check_in.period]
    slot = next_slot(later, today=local_day(now, pairing.programme.zone))
    return slot.opens_on if slot else None


def _planned(pairing: Pairing) -> tuple[Slot, ...]:
    if pairing.first_met_on is None:
        return ()
    return slots(
        first_met_on=pairing.first_met_on,
        planned_days=pairing.planned_days,
        cadence_weeks=pairing.programme.cadence_weeks,
    )


def own_answers(check_in: CheckIn, language: Language) -> tuple[Line, ...]:
    """Show somebody every answer of their own, once the window has closed."""
    kept = check_in.answers or {}
    asked = [key for key in check_in.asked if key in kept]
    return tuple(line(key, kept[key], check_in.side, language) for key in asked)
