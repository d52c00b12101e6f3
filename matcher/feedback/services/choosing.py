"""What answers say about the next card: one's own, the whole programme's, or what was allowed.

The leak rule: a mentor's card never follows from their mentee's answers, unless the mentee allowed
it; then both get the same tip, each in their own words, two to nine days later.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from random import Random

from sqlalchemy.orm import Session

from matcher.feedback.answers import HELP, Pulse
from matcher.feedback.calendar import local_day
from matcher.feedback.estimates import USUAL, Answered, adjusted, estimates
from matcher.feedback.history import pulse_of, pulses_of
from matcher.feedback.models import CheckIn, CheckInState
from matcher.feedback.queries.check_ins import list_check_ins
from matcher.feedback.queries.concerns import last_concern
from matcher.feedback.queries.leaves import find_leave
from matcher.feedback.queries.usual import find_all_usual
from matcher.feedback.services.calling import calls_of
from matcher.guidance.selection import Estimates, Suggestion, suggest
from matcher.guidance.tips import Side, Tip
from matcher.pairings.knowing import Knowledge, tells
from matcher.pairings.models import Pairing
from matcher.pairings.queries import list_cards_shown


@tells
def known_for_cards(db: Session, pairing: Pairing, side: Side, now: datetime) -> Knowledge:
    """Gather what one person's next card may follow from."""
    today = local_day(now, pairing.programme.zone)
    every = list_check_ins(db, [pairing.id])
    usual = find_all_usual(db, pairing, today=today)
    lows = usual[Side.MENTEE] if side == Side.MENTOR else {}
    own = _own(side, every, usual[side], today=today)
    return Knowledge(
        estimates=Estimates(own=own, programme=lows),
        concern_at=last_concern(db, pairing.member_on(side)),
        calls=calls_of(db, pairing, side, every, usual[side]),
        suggestion=_suggested(db, pairing, side, every, usual[Side.MENTEE]),
    )


def _own(
    side: Side, every: Sequence[CheckIn], usual: Mapping[Tip, float], *, today: date
) -> Mapping[Tip, float]:
    """How each tip goes by somebody's own answers, freed from how hard each question is."""
    pulses = pulses_of(side, every)
    if not pulses:
        return {}
    said = [
        Answered(each.tip, adjusted(each.value, usual.get(each.tip, USUAL)), each.on)
        for pulse in pulses
        for each in pulse.answered()
    ]
    found = estimates(said, today=today)
    return _help_that_fits({tip: found[tip] for tip in {each.tip for each in said}}, pulses)


def _help_that_fits(own: dict[Tip, float], pulses: Sequence[Pulse]) -> Mapping[Tip, float]:
    """Too much help asks for another tip than too little: for letting the other choose."""
    last = next((pulse for pulse in pulses if HELP in pulse.items), None)
    if last is not None and last.too_much:
        low = own.pop(Tip.PRACTICAL)
        own[Tip.AUTONOMY] = min(low, own.get(Tip.AUTONOMY, low))
    return own


def _suggested(
    db: Session,
    pairing: Pairing,
    side: Side,
    every: Sequence[CheckIn],
    usual: Mapping[Tip, float],
) -> Suggestion | None:
    """Return the tip that the mentee's last answers suggest, where they allowed it."""
    mentees = (each for each in every if each.side == Side.MENTEE)
    last = next((each for each in mentees if each.state == CheckInState.ANSWERED), None)
    if last is None or last.answered_at is None or not pulse_of(last).guides_mentor:
        return None
    # As it stood when it was answered: so the tip does not change while it is waited for.
    on = local_day(last.answered_at, pairing.programme.zone)
    leave = find_leave(db, pairing.id, last.member_id)
    if leave and not leave.allows:
        return None  # taken back since
    own = _own(Side.MENTEE, every, usual, today=on)
    if not own:
        return None
    tip = min(own, key=lambda each: (own[each], list(Tip).index(each)))
    # The same dice each time: the day does not move while it is waited for.
    chance = Random(str(last.id))  # noqa: S311  # no secret
    suggestion = suggest(tip, now=last.answered_at, chance=chance)
    shown = list_cards_shown(db, pairing, pairing.member_on(side))
    came = any(each.tip == tip and each.shown_at >= suggestion.not_before for each in shown)
    return None if came else suggestion
